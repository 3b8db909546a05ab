using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Intake.CareTeams;

/// <summary>A clinician joins a client's care team and may read that client's record from then on.</summary>
internal static class AddToCareTeam
{
    public sealed record Request(CareRole Role);

    internal static void MapAddToCareTeam(this RouteGroupBuilder team) =>
        team.MapPut("/{accountId:guid}", HandleAsync)
            .Refuses(CareTeamProblems.OwnTeam, CareTeamProblems.NotDecidedByYou)
            .WithName(nameof(AddToCareTeam))
            .WithSummary("Add a clinician to a client's care team, or change their part in it")
            .InOneTransaction()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<CareTeamView>, ProblemHttpResult>> HandleAsync(
        Guid clientId, Guid accountId, Request request, IntakeDbContext db, CurrentCaller caller, TimeProvider clock, HttpResponse http,
        CancellationToken ct)
    {
        if (await db.RefusalAsync(caller, clientId, ct) is { } refusal)
        {
            return refusal;
        }

        await db.OneAtATimeForAsync(clientId, ct);
        var team = await db.CareTeams.FindAsync([clientId], ct) ?? db.CareTeams.Add(CareTeam.Of(clientId)).Entity;
        team.Add(accountId, request.Role, caller.Id, clock.Now());
        await db.SaveChangesAsync(ct);
        http.SetEtag(team);
        return TypedResults.Ok(CareTeamView.Of(team));
    }
}
