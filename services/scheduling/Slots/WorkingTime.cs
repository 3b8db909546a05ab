using Journease.Scheduling.Practitioners;
using NodaTime;
using NodaTime.Extensions;

namespace Journease.Scheduling.Slots;

/// <summary>
/// Turns a working week, which is wall time in a place, into stretches of real time. An instant is working time exactly when
/// the clock on the wall shows a working hour then: hours that a clock change skips do not exist, hours that it repeats
/// are worked twice.
/// </summary>
internal static class WorkingTime
{
    public static List<Interval> Between(Instant from, Instant to, IReadOnlyCollection<WorkingPeriod> week, DateTimeZone clock)
    {
        var stretches = new List<Interval>();
        var lastDay = to.InZone(clock).Date;
        for (var day = from.InZone(clock).Date; day <= lastDay; day = day.PlusDays(1))
        {
            var weekday = day.DayOfWeek.ToDayOfWeek();
            foreach (var period in week.Where(period => period.Day == weekday))
            {
                AddDay(stretches, day, period, clock, from, to);
            }
        }
        return stretches.Joined();
    }

    private static void AddDay(List<Interval> stretches, LocalDate day, WorkingPeriod period, DateTimeZone clock, Instant from, Instant to)
    {
        var start = day + period.From.ToLocalTime();
        var end = day + period.To.ToLocalTime();
        // Wide enough for every offset there is, so that both sides of a clock change on this day are seen.
        var around = new Interval(day.AtMidnight().InUtc().ToInstant() - Duration.FromDays(1), day.AtMidnight().InUtc().ToInstant() + Duration.FromDays(2));
        foreach (var offset in clock.GetZoneIntervals(around))
        {
            var begins = Later(start.WithOffset(offset.WallOffset).ToInstant(), Later(from, offset.HasStart ? offset.Start : Instant.MinValue));
            var ends = Earlier(end.WithOffset(offset.WallOffset).ToInstant(), Earlier(to, offset.HasEnd ? offset.End : Instant.MaxValue));
            if (begins < ends)
            {
                stretches.Add(new(begins, ends));
            }
        }
    }

    private static Instant Later(Instant a, Instant b) => Instant.Max(a, b);

    private static Instant Earlier(Instant a, Instant b) => Instant.Min(a, b);
}
