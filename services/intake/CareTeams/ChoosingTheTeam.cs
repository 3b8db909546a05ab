using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.CareTeams;

/// <summary>Who says who cares for a client: a coordinator, or the prescriber who decided about that client.</summary>
internal static class ChoosingTheTeam
{
    public static async Task<ProblemHttpResult?> RefusalAsync(this IntakeDbContext db, CurrentCaller caller, Guid clientId, CancellationToken ct)
    {
        var may = caller.Has(Roles.Coordinator)
            || await db.Reviews.AnyAsync(review => review.ClientId == clientId && review.DecidedBy == caller.Id, ct);
        return may ? null : CareTeamProblems.NotDecidedByYou.Because("Ask a coordinator to change it, or decide the review first.");
    }
}
