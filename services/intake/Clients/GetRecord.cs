using Journease.Intake.CareTeams;
using Journease.Intake.Clearances;
using Journease.Intake.Instruments;
using Journease.Intake.Responses;
using Journease.Intake.Safety;
using Journease.Intake.Scoring;
using Journease.Sealing;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Clients;

/// <summary>A clinician reads what one client in their care has submitted: answers, scores, concerns and clearances.</summary>
internal static class GetRecord
{
    public sealed record Response(
        Guid ClientId, IReadOnlyList<Answered> Responses, IReadOnlyList<Concern> Concerns, IReadOnlyList<Cleared> Clearances);

    public sealed record Answered(
        Guid ResponseId, string Instrument, int InstrumentVersion, bool ExactWording, DateTimeOffset SubmittedAt, Score? Score,
        Dictionary<string, Answer> Answers);

    public sealed record Concern(
        Guid ConcernId, ConcernGrade Grade, SafetySign Sign, ConcernState State, DateTimeOffset RaisedAt, DateTimeOffset? ClosedAt, string? ClosingNote);

    public sealed record Cleared(
        Guid ClearanceId, string Scope, int Sessions, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? WithdrawnAt, string? WithdrawalReason);

    internal static void MapGetRecord(this RouteGroupBuilder clients) =>
        clients.MapGet("/{clientId:guid}/record", HandleAsync)
            .WithName(nameof(GetRecord))
            .WithSummary("What a client in your care has submitted: answers, scores, concerns and clearances")
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid clientId, IntakeDbContext db, Seals seals, InstrumentCatalogue catalogue, CareAccess access, CancellationToken ct)
    {
        if (!await access.CoversAsync(clientId, ct))
        {
            return CommonProblems.NotFound.Because("There is no such client among yours.");
        }

        var responses = await db.Responses.AsNoTracking()
            .Where(response => response.ClientId == clientId && response.SubmittedAt != null)
            .OrderByDescending(response => response.SubmittedAt)
            .ToListAsync(ct);
        var concerns = await db.Concerns.AsNoTracking().Where(concern => concern.ClientId == clientId)
            .OrderByDescending(concern => concern.RaisedAt).ToListAsync(ct);
        var clearances = await db.Clearances.AsNoTracking().Where(clearance => clearance.ClientId == clientId)
            .OrderByDescending(clearance => clearance.GrantedAt).ToListAsync(ct);

        await seals.PrepareAsync(responses, ct);
        return TypedResults.Ok(new Response(
            clientId,
            await OpenAsync(responses, seals, catalogue, ct),
            await OpenAsync(concerns, seals, ct),
            await OpenAsync(clearances, seals, ct)));
    }

    private static async Task<List<Answered>> OpenAsync(
        List<QuestionnaireResponse> responses, Seals seals, InstrumentCatalogue catalogue, CancellationToken ct)
    {
        var opened = new List<Answered>();
        foreach (var response in responses)
        {
            var sheet = await seals.OpenAnswersAsync(response, ct) ?? AnswerSheet.Empty;
            opened.Add(new Answered(
                response.Id, response.Instrument, response.InstrumentVersion,
                catalogue.Of(response.Instrument, response.InstrumentVersion).ExactWordingLoaded,
                response.SubmittedAt!.Value, await seals.OpenScoreAsync(response, ct), sheet.ToDictionary()));
        }
        return opened;
    }

    private static async Task<List<Concern>> OpenAsync(List<SafetyConcern> concerns, Seals seals, CancellationToken ct)
    {
        var opened = new List<Concern>();
        foreach (var concern in concerns)
        {
            var note = await seals.OpenRecordAsync(concern.ClientId, SafetyConcernTable.ClosingNoteOf(concern.Id), concern.ClosingNote, ct);
            opened.Add(new Concern(concern.Id, concern.Grade, concern.Sign, concern.State, concern.RaisedAt, concern.ClosedAt, note));
        }
        return opened;
    }

    private static async Task<List<Cleared>> OpenAsync(List<Clearance> clearances, Seals seals, CancellationToken ct)
    {
        var opened = new List<Cleared>();
        foreach (var clearance in clearances)
        {
            var reason = await seals.OpenRecordAsync(
                clearance.ClientId, ClearanceTable.WithdrawalReasonOf(clearance.Id), clearance.WithdrawalReason, ct);
            opened.Add(new Cleared(
                clearance.Id, clearance.Scope, clearance.MaximumSessions, clearance.GrantedAt, clearance.ExpiresAt, clearance.WithdrawnAt, reason));
        }
        return opened;
    }
}
