using Journease.Intake.CareTeams;
using Journease.Intake.Instruments;
using Journease.Intake.Responses;
using Journease.Intake.Safety;
using Journease.Intake.Scoring;
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
        Guid ResponseId, string Instrument, int InstrumentVersion, bool ExactWording, DateTimeOffset SubmittedAt, Score Score,
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
        Guid clientId, IntakeDbContext db, InstrumentCatalogue catalogue, CareAccess access, CancellationToken ct)
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

        return TypedResults.Ok(new Response(
            clientId,
            [.. responses.Select(response => new Answered(
                response.Id, response.Instrument, response.InstrumentVersion,
                catalogue.Of(response.Instrument, response.InstrumentVersion).ExactWordingLoaded,
                response.SubmittedAt!.Value, response.ReadScore()!, response.Sheet().ToDictionary()))],
            [.. concerns.Select(concern => new Concern(
                concern.Id, concern.Grade, concern.Sign, concern.State, concern.RaisedAt, concern.ClosedAt, concern.ClosingNote))],
            [.. clearances.Select(clearance => new Cleared(
                clearance.Id, clearance.Scope, clearance.MaximumSessions, clearance.GrantedAt, clearance.ExpiresAt, clearance.WithdrawnAt,
                clearance.WithdrawalReason))]));
    }
}
