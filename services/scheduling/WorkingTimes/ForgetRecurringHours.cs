using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>A coordinator takes back hours that recur.</summary>
internal static class ForgetRecurringHours
{
    internal static void MapForgetRecurringHours(this RouteGroupBuilder times) =>
        times.MapDelete("/recurring/{id:guid}", HandleAsync)
            .WithName(nameof(ForgetRecurringHours))
            .WithSummary("Take back hours that recur")
            .RequireAuthorization(policy => policy.RequireRole(Staff.SettingTime))
            .RequireIfMatch();

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid resourceId, Guid id, IfMatch ifMatch, SchedulingDbContext db, CancellationToken ct)
    {
        if (await db.RecurringHours.SingleOrDefaultAsync(one => one.Id == id && one.ResourceId == resourceId, ct) is not { } recurring)
        {
            return CommonProblems.NotFound.Because("There are no such hours.");
        }

        ifMatch.Require(recurring);
        db.RecurringHours.Remove(recurring);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
