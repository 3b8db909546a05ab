using Journease.Intake.CareTeams;
using Journease.Intake.Reviews;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Clients;

/// <summary>
/// A coordinator sees where a client stands, so that they can arrange what comes next: steps, decisions and dates. No
/// answers, scores, risks, concerns or reasons.
/// </summary>
internal static class GetJourney
{
    public enum Step
    {
        NotStarted,
        Answering,
        InReview,
        Decided,
    }

    public sealed record Response(
        Guid ClientId, Step Step, DateTimeOffset? SubmittedAt, Decision? Decision, DateTimeOffset? DecidedAt, IReadOnlyList<Cleared> Clearances,
        IReadOnlyList<Signed> Consents, CareTeamView CareTeam);

    public sealed record Cleared(Guid ClearanceId, string Scope, int Sessions, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? WithdrawnAt);

    public sealed record Signed(string Kind, int DocumentVersion, DateTimeOffset SignedAt, DateTimeOffset? WithdrawnAt);

    internal static void MapGetJourney(this RouteGroupBuilder clients) =>
        clients.MapGet("/{clientId:guid}/journey", HandleAsync)
            .WithName(nameof(GetJourney))
            .WithSummary("Where a client stands: steps, decisions and dates, without answers or scores")
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid clientId, IntakeDbContext db, CurrentCaller caller, CareAccess access, CancellationToken ct)
    {
        if (!caller.Has(Roles.Coordinator) && !await access.CoversAsync(clientId, ct))
        {
            return CommonProblems.NotFound.Because("There is no such client among yours.");
        }

        var answering = await db.Responses.AnyAsync(response => response.ClientId == clientId && response.SubmittedAt == null, ct);
        var last = await db.Reviews.AsNoTracking().Where(review => review.ClientId == clientId)
            .OrderByDescending(review => review.SubmittedAt)
            .Select(review => new { review.SubmittedAt, review.Decision, review.DecidedAt })
            .FirstOrDefaultAsync(ct);
        var clearances = await db.Clearances.AsNoTracking().Where(clearance => clearance.ClientId == clientId)
            .OrderByDescending(clearance => clearance.GrantedAt)
            .Select(clearance => new Cleared(
                clearance.Id, clearance.Scope, clearance.MaximumSessions, clearance.GrantedAt, clearance.ExpiresAt, clearance.WithdrawnAt))
            .ToListAsync(ct);
        var consents = await db.Consents.AsNoTracking().Where(consent => consent.ClientId == clientId)
            .OrderByDescending(consent => consent.SignedAt)
            .Select(consent => new Signed(consent.Kind, consent.DocumentVersion, consent.SignedAt, consent.WithdrawnAt))
            .ToListAsync(ct);
        var team = await db.CareTeams.AsNoTracking().SingleOrDefaultAsync(team => team.Id == clientId, ct) ?? CareTeam.Of(clientId);

        var step = last switch
        {
            { DecidedAt: null } => Step.InReview,
            not null => Step.Decided,
            null => answering ? Step.Answering : Step.NotStarted,
        };
        return TypedResults.Ok(new Response(
            clientId, step, last?.SubmittedAt, last?.Decision, last?.DecidedAt, clearances, consents, CareTeamView.Of(team)));
    }
}
