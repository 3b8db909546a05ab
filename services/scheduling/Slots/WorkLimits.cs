using Journease.Scheduling.Practitioners;
using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>The days and weeks in which somebody has held, or is booked for, as much as they do at most.</summary>
internal static class WorkLimits
{
    /// <summary>The time in which another session of this length would be too much.</summary>
    /// <param name="practitioner">Whose limits hold.</param>
    /// <param name="claims">What they are taken by already, for whole weeks around the time looked at.</param>
    /// <param name="another">How long the next session takes them.</param>
    /// <param name="within">The time looked at.</param>
    /// <param name="clock">A session counts on the day and in the week of this clock in which it starts.</param>
    public static IEnumerable<Interval> TooMuch(
        Practitioner practitioner, IReadOnlyCollection<Interval> claims, Duration another, Interval within, DateTimeZone clock)
    {
        if (practitioner.MostMinutesADay is null && practitioner.MostMinutesAWeek is null)
        {
            return [];
        }
        if (another.TotalMinutes > (practitioner.MostMinutesADay ?? practitioner.MostMinutesAWeek))
        {
            return [within];
        }

        var days = claims.Select(claim => (Day: claim.Start.InZone(clock).Date, claim.Duration)).ToList();
        return Full(days, practitioner.MostMinutesADay, day => day, length: 1)
            .Concat(Full(days, practitioner.MostMinutesAWeek, Monday, length: 7));

        IEnumerable<Interval> Full(IEnumerable<(LocalDate Day, Duration Length)> sessions, int? most, Func<LocalDate, LocalDate> periodOf, int length) =>
            most is null ? [] : sessions.GroupBy(session => periodOf(session.Day), session => session.Length.TotalMinutes)
                .Where(period => period.Sum() + another.TotalMinutes > most)
                .Select(period => new Interval(
                    clock.AtStartOfDay(period.Key).ToInstant(), clock.AtStartOfDay(period.Key.PlusDays(length)).ToInstant()));
    }

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
