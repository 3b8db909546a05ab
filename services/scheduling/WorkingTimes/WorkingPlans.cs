using Journease.Scheduling.Holidays;
using Journease.Scheduling.Practitioners;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>The plans of people, rooms and equipment for a stretch of days, read at once.</summary>
internal sealed class WorkingPlans
{
    private readonly ILookup<Guid, ChangedHours> changed;
    private readonly ILookup<Guid, RecurringHours> recurring;
    private readonly ILookup<Guid, Holiday> holidays;

    private WorkingPlans(IEnumerable<ChangedHours> changed, IEnumerable<RecurringHours> recurring, IEnumerable<Holiday> holidays)
    {
        this.changed = changed.ToLookup(one => one.ResourceId);
        this.recurring = recurring.ToLookup(one => one.ResourceId);
        this.holidays = holidays.ToLookup(one => one.SiteId);
    }

    public static async Task<WorkingPlans> ReadAsync(SchedulingDbContext db, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        // A day more on both sides, whatever the zone.
        var (first, last) = (DateOnly.FromDateTime(from.UtcDateTime).AddDays(-1), DateOnly.FromDateTime(to.UtcDateTime).AddDays(1));
        return new(
            await db.ChangedHours.AsNoTracking().Where(one => one.LastDay >= first && one.FirstDay <= last).ToListAsync(ct),
            // Those of other days too: a room that has any is not open at any time.
            await db.RecurringHours.AsNoTracking().ToListAsync(ct),
            await db.Holidays.AsNoTracking().Where(one => one.Day >= first && one.Day <= last).ToListAsync(ct));
    }

    /// <summary>When somebody works at a site.</summary>
    public WorkingPlan Of(Practitioner practitioner, Guid siteId) => Of(practitioner.Id, siteId) with
    {
        Week = [.. practitioner.WorkingHours.Where(period => period.SiteId == siteId)],
    };

    /// <summary>When a room or a thing can be used: at any time, unless hours are given for it.</summary>
    public WorkingPlan OfThing(Guid id, Guid siteId) => Of(id, siteId) with { AtAnyTime = !recurring[id].Any() };

    private WorkingPlan Of(Guid id, Guid siteId) => new()
    {
        Recurring = [.. recurring[id].Where(one => one.SiteId == siteId).SelectMany(one => one.Dated)],
        SiteClosed =
        [
            .. changed[siteId].Select(one => one.Dated),
            .. holidays[siteId].Select(one => new DatedHours(one.Day.ToLocalDate(), one.Day.ToLocalDate(), Hours.WholeDay)),
        ],
        Extra = [.. changed[id].Where(one => one.Change == HoursChange.Extra && one.SiteId == siteId).Select(one => one.Dated)],
        Away = [.. changed[id].Where(one => one.Change == HoursChange.Closed).Select(one => one.Dated)],
    };
}
