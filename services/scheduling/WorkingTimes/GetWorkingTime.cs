using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>Staff see what recurs and what changes in somebody's, a room's or a site's working time, from a month ago on.</summary>
internal static class GetWorkingTime
{
    private const int KeptInView = 31;

    public sealed record Response(IReadOnlyList<Changed> Changes, IReadOnlyList<Recurring> Recurring);

    public sealed record Changed(
        Guid Id, HoursChange Change, Guid? SiteId, DateOnly FirstDay, DateOnly LastDay, TimeOnly From, TimeOnly To, long Version)
    {
        internal static Changed Of(ChangedHours one) => new(
            one.Id, one.Change, one.SiteId, one.FirstDay, one.LastDay, one.From, one.To, one.Version);
    }

    /// <param name="Days">The days that the rule named when it was entered; these hold.</param>
    public sealed record Recurring(
        Guid Id, Guid SiteId, string Rule, DateOnly FirstDay, DateOnly LastDay, TimeOnly From, TimeOnly To, IReadOnlyList<DateOnly> Days, long Version)
    {
        internal static Recurring Of(RecurringHours one) => new(
            one.Id, one.SiteId, one.Rule, one.FirstDay, one.LastDay, one.From, one.To, one.Days, one.Version);
    }

    internal static void MapGetWorkingTime(this RouteGroupBuilder times) =>
        times.MapGet("/", HandleAsync)
            .WithName(nameof(GetWorkingTime))
            .WithSummary("Read what recurs and what changes in a working time")
            .RequireAuthorization(policy => policy.RequireRole(Staff.Everybody));

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid resourceId, SchedulingDbContext db, TimeProvider clock, CancellationToken ct)
    {
        if (await Resource.FindAsync(db, resourceId, ct) is null)
        {
            return CommonProblems.NotFound.Because("No practitioner, room, equipment or site has this id.");
        }

        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-KeptInView);
        var changes = await db.ChangedHours.AsNoTracking().Where(one => one.ResourceId == resourceId && one.LastDay >= since)
            .OrderBy(one => one.FirstDay).ThenBy(one => one.Id).ToListAsync(ct);
        var recurring = await db.RecurringHours.AsNoTracking().Where(one => one.ResourceId == resourceId && one.LastDay >= since)
            .OrderBy(one => one.FirstDay).ThenBy(one => one.Id).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. changes.Select(Changed.Of)], [.. recurring.Select(Recurring.Of)]));
    }
}
