using NodaTime;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>
/// Wall time is written as if the wall were in Greenwich, where no clock ever changes: then it can be counted with like any
/// other time. Only <see cref="ToRealTime"/> knows the zone.
/// </summary>
internal static class WallClock
{
    public static Instant Midnight(LocalDate day) => day.AtMidnight().InUtc().ToInstant();

    /// <summary>
    /// The real time between two instants at which the wall clock shows one of the stretches. Between two clock changes
    /// there is one offset, and wall and real time run alike; so what a change skips does not come up, what it repeats comes
    /// up twice, and nothing else happens to it.
    /// </summary>
    public static List<Interval> ToRealTime(this IReadOnlyList<Interval> wall, DateTimeZone clock, Instant from, Instant to)
    {
        var real = new List<Interval>();
        foreach (var period in clock.GetZoneIntervals(from, to))
        {
            var start = period.HasStart ? Instant.Max(from, period.Start) : from;
            var end = period.HasEnd ? Instant.Min(to, period.End) : to;
            var offset = Duration.FromSeconds(period.WallOffset.Seconds);
            foreach (var stretch in wall)
            {
                var (begins, ends) = (Instant.Max(start, stretch.Start - offset), Instant.Min(end, stretch.End - offset));
                if (begins < ends)
                {
                    real.Add(new(begins, ends));
                }
            }
        }
        return real.Joined();
    }

    /// <summary>What the wall clock shows at an instant.</summary>
    public static Instant At(Instant instant, DateTimeZone clock) => instant + Duration.FromSeconds(clock.GetUtcOffset(instant).Seconds);
}
