using Journease.Scheduling.WorkingTimes;

namespace Journease.Scheduling.Practitioners;

/// <summary>A stretch of one weekday on which somebody works: wall time at a site, the same all year whatever the clocks do.</summary>
internal sealed class WorkingPeriod
{
    private WorkingPeriod() { } // for EF Core

    public WorkingPeriod(Guid siteId, DayOfWeek day, TimeOnly from, TimeOnly to) => (SiteId, Day, From, To) = (siteId, day, from, to);

    public Guid SiteId { get; private init; }
    public DayOfWeek Day { get; private init; }
    public TimeOnly From { get; private init; }
    public TimeOnly To { get; private init; }

    public Hours Hours => new(From, To);

    public bool Overlaps(WorkingPeriod other) => Day == other.Day && Hours.Overlap(other.Hours);
}
