using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Intake.CareTeams;

/// <summary>A clinician leaves a client's care team and can no longer read that client's record.</summary>
internal static class RemoveFromCareTeam
{
    internal static void MapRemoveFromCareTeam(this RouteGroupBuilder team) =>
        team.MapDelete("/{accountId:guid}", HandleAsync)
            .Refuses(CareTeamProblems.NotDecidedByYou)
            .WithName(nameof(RemoveFromCareTeam))
            .WithSummary("Take a clinician off a client's care team")
            .InOneTransaction()
            .ProducesProblem(StatusCodes.Status403Forbidden);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid clientId, Guid accountId, IntakeDbContext db, CurrentCaller caller, CancellationToken ct)
    {
        if (await db.RefusalAsync(caller, clientId, ct) is { } refusal)
        {
            return refusal;
        }

        await db.OneAtATimeForAsync(clientId, ct);
        var team = await db.CareTeams.FindAsync([clientId], ct);
        team?.Remove(accountId);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
