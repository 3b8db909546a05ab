using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>A coordinator takes back time off, extra hours or a closing; the usual hours hold again.</summary>
internal static class ForgetChangedHours
{
    internal static void MapForgetChangedHours(this RouteGroupBuilder times) =>
        times.MapDelete("/changes/{id:guid}", HandleAsync)
            .WithName(nameof(ForgetChangedHours))
            .WithSummary("Take back time off, extra hours or a closing")
            .RequireAuthorization(policy => policy.RequireRole(Staff.SettingTime))
            .RequireIfMatch();

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid resourceId, Guid id, IfMatch ifMatch, SchedulingDbContext db, CancellationToken ct)
    {
        if (await db.ChangedHours.SingleOrDefaultAsync(one => one.Id == id && one.ResourceId == resourceId, ct) is not { } changed)
        {
            return CommonProblems.NotFound.Because("There is no such change.");
        }

        ifMatch.Require(changed);
        db.ChangedHours.Remove(changed);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
