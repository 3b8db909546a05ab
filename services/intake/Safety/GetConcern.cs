using Journease.Intake.CareTeams;
using Journease.Intake.Instruments;
using Journease.Intake.Responses;
using Journease.Intake.Scoring;
using Journease.Sealing;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Safety;

/// <summary>A clinician reads one concern and the answer as it stands now, submitted or not.</summary>
internal static class GetConcern
{
    public sealed record Response(
        Guid ConcernId, Guid ClientId, Guid ResponseId, string Instrument, int Item, Answer? AnswerNow, bool ResponseSubmitted,
        SafetySign Sign, ConcernGrade Grade, ConcernState State, DateTimeOffset RaisedAt, DateTimeOffset AcknowledgeBy,
        DateTimeOffset? AcknowledgedAt, Guid? AcknowledgedBy, DateTimeOffset? ClosedAt, Guid? ClosedBy, string? ClosingNote, long Version);

    internal static void MapGetConcern(this RouteGroupBuilder concerns) =>
        concerns.MapGet("/{id:guid}", HandleAsync)
            .WithName(nameof(GetConcern))
            .WithSummary("One concern, with the answer as it stands now")
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, IntakeDbContext db, InstrumentCatalogue catalogue, Seals seals, CareAccess access, HttpResponse http,
        CancellationToken ct)
    {
        var found = await db.Concerns.AsNoTracking()
            .Where(concern => concern.Id == id)
            .Join(db.Responses.AsNoTracking(), concern => concern.ResponseId, response => response.Id, (concern, response) => new { concern, response })
            .SingleOrDefaultAsync(ct);
        if (found is null || !await access.CoversAsync(found.concern.ClientId, ct))
        {
            return CommonProblems.NotFound.Because("There is no such concern.");
        }

        var (concern, response) = (found.concern, found.response);
        var item = catalogue.Of(response.Instrument, response.InstrumentVersion).SafetyItem!.Value;
        var sheet = await seals.OpenAnswersAsync(response, ct);
        var note = await seals.OpenRecordAsync(concern.ClientId, SafetyConcernTable.ClosingNoteOf(id), concern.ClosingNote, ct);
        http.SetEtag(concern);
        return TypedResults.Ok(new Response(
            concern.Id, concern.ClientId, concern.ResponseId, response.Instrument, item, sheet?[item], response.IsSubmitted,
            concern.Sign, concern.Grade, concern.State, concern.RaisedAt, concern.AcknowledgeBy, concern.AcknowledgedAt,
            concern.AcknowledgedBy, concern.ClosedAt, concern.ClosedBy, note, concern.Version));
    }
}
