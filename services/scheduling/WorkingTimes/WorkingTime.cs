using NodaTime;
using NodaTime.Extensions;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>
/// Turns a plan, which is wall time in a place, into stretches of real time (docs/decisions/0018). An instant is working time
/// exactly when the clock on the wall shows a working hour then: hours that a clock change skips do not exist, hours that it
/// repeats are worked twice. Reads nothing but its arguments.
/// <para>
/// For the free time of several people and rooms, with what is claimed taken out, call
/// <see cref="Slots.DiaryReader.ReadDiaryAsync"/>; this function is what it calls for each of them.
/// </para>
/// </summary>
internal static class WorkingTime
{
    /// <summary>The working time between two instants: sorted stretches that do not touch each other.</summary>
    public static List<Interval> Between(Instant from, Instant to, WorkingPlan plan, DateTimeZone clock)
    {
        if (from >= to)
        {
            return [];
        }

        // A day more on both sides: no offset is longer.
        var first = from.InUtc().Date.PlusDays(-1);
        var last = to.InUtc().Date.PlusDays(1);
        var usual = plan.AtAnyTime
            ? new List<Interval> { new(WallClock.Midnight(first), WallClock.Midnight(last.PlusDays(1))) }
            : Week(plan, first, last).Concat(OnDays(plan.Recurring, first, last)).Joined();
        return usual
            .Without(OnDays(plan.SiteClosed, first, last))
            .Concat(OnDays(plan.Extra, first, last)).Joined()
            .Without(OnDays(plan.Away, first, last))
            .ToRealTime(clock, from, to);
    }

    private static IEnumerable<Interval> Week(WorkingPlan plan, LocalDate first, LocalDate last)
    {
        if (plan.Week.Count == 0)
        {
            yield break;
        }
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            var weekday = day.DayOfWeek.ToDayOfWeek();
            foreach (var period in plan.Week)
            {
                if (period.Day == weekday)
                {
                    yield return period.Hours.On(day);
                }
            }
        }
    }

    private static IEnumerable<Interval> OnDays(IReadOnlyCollection<DatedHours> hours, LocalDate first, LocalDate last)
    {
        foreach (var dated in hours)
        {
            var end = LocalDate.Min(dated.LastDay, last);
            for (var day = LocalDate.Max(dated.FirstDay, first); day <= end; day = day.PlusDays(1))
            {
                yield return dated.Hours.On(day);
            }
        }
    }
}
