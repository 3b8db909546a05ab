using Journease.Scheduling.Practitioners;
using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.Slots;
using Journease.Scheduling.WorkingTimes;
using NodaTime;
using NodaTime.Extensions;

namespace Journease.Scheduling.Tests.WorkingTimes;

/// <summary>
/// Every zone that there is, around every change of its clocks from 2000 to 2040, against the definition itself: an instant is
/// working time exactly when the wall clock shows a working hour.
/// </summary>
public sealed class EveryClockChangeTests
{
    private static readonly Instant Since = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Until = Instant.FromUtc(2041, 1, 1, 0, 0);
    private static readonly Duration Around = Duration.FromHours(36);
    private static readonly Duration Step = Duration.FromMinutes(15);

    // By day, in the hours in which clocks change, and over midnight on both sides.
    private static readonly Hours[] Worked =
    [
        new(new(9, 0), new(17, 0)),
        new(new(1, 20), new(3, 40)),
        new(new(22, 30), TimeOnly.MinValue),
        new(TimeOnly.MinValue, new(1, 10)),
    ];

    [Fact]
    public void Time_is_worked_exactly_when_the_wall_clock_says_so()
    {
        var changes = 0;
        foreach (var (zone, change) in Changes())
        {
            changes++;
            var hours = Worked[changes % Worked.Length];
            var (from, to) = (change - Around, change + Around);
            var stretches = WorkingTime.Between(from, to, Every(hours), zone);

            for (var instant = from; instant < to; instant += Step)
            {
                Require(stretches.Exists(stretch => stretch.Contains(instant)) == Shows(instant, hours, zone), zone, instant);
            }
            foreach (var stretch in stretches)
            {
                Require(Shows(stretch.Start, hours, zone) && Shows(stretch.End - Duration.Epsilon, hours, zone), zone, stretch.Start);
                Require(stretch.Start == from || !Shows(stretch.Start - Duration.Epsilon, hours, zone), zone, stretch.Start);
                Require(stretch.End == to || !Shows(stretch.End, hours, zone), zone, stretch.End);
            }
        }
        Assert.True(changes > 10_000, $"Only {changes} changes were looked at.");
    }

    [Fact]
    public void A_whole_day_has_as_many_hours_as_the_day_has()
    {
        foreach (var (zone, change) in Changes())
        {
            var day = change.InZone(zone).Date;
            var (from, to) = (zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant());

            var stretches = WorkingTime.Between(from - Around, to + Around, new() { Recurring = [new(day, day, Hours.WholeDay)] }, zone);

            Require(stretches.Aggregate(Duration.Zero, (sum, stretch) => sum + stretch.Duration) == Shown(day, change, zone), zone, change);
        }
    }

    [Fact]
    public void Sessions_are_offered_on_each_quarter_hour_of_working_time_once_and_never_outside_it()
    {
        var type = Half();
        var person = Guid.CreateVersion7();
        foreach (var (zone, change) in Changes().Where((_, number) => number % 4 == 0))
        {
            var hours = Worked[1];
            var (from, to) = (change - Around, change + Around);
            var page = new DiaryPage(Guid.Empty, zone, [new(person, ["therapist"], [], null, WorkingTime.Between(from, to, Every(hours), zone))], [], [], null);

            var offered = new Diary([page]).SlotsFor(type, Preferences.None).Select(slot => slot.StartsAt).ToList();

            var expected = new List<DateTimeOffset>();
            for (var instant = Quarter(from); instant < to; instant += Duration.FromMinutes(1))
            {
                if (instant.InZone(zone).TimeOfDay is { Second: 0 } wall && wall.Minute % 15 == 0 && Fits(instant, hours, zone, to))
                {
                    expected.Add(instant.InZone(zone).ToDateTimeOffset());
                }
            }
            Assert.Equal(expected, offered);
            // What the person reads, wall time with its offset, leads back to the same instant and the same wall time.
            Assert.All(offered, start => Assert.Equal(start.DateTime, Instant.FromDateTimeOffset(start).InZone(zone).LocalDateTime.ToDateTimeUnspecified()));
        }
    }

    private static IEnumerable<(DateTimeZone Zone, Instant Change)> Changes() =>
        from zone in DateTimeZoneProviders.Tzdb.GetAllZones()
        from period in zone.GetZoneIntervals(Since, Until)
        where period.HasStart && period.Start > Since
        select (zone, period.Start);

    private static WorkingPlan Every(Hours hours) => new()
    {
        Week = [.. Enum.GetValues<DayOfWeek>().Select(day => new WorkingPeriod(Guid.Empty, day, hours.From, hours.To))],
    };

    private static bool Shows(Instant instant, Hours hours, DateTimeZone zone)
    {
        var wall = instant.InZone(zone).TimeOfDay;
        return wall >= hours.From.ToLocalTime() && (hours.To == TimeOnly.MinValue || wall < hours.To.ToLocalTime());
    }

    // Half an hour from here on is worked without a break.
    private static bool Fits(Instant start, Hours hours, DateTimeZone zone, Instant to)
    {
        for (var minute = 0; minute < 30; minute++)
        {
            if (!Shows(start + Duration.FromMinutes(minute), hours, zone))
            {
                return false;
            }
        }
        return start + Duration.FromMinutes(30) <= to;
    }

    // How much real time the wall clock shows this date, by the two offsets around the change.
    private static Duration Shown(LocalDate day, Instant change, DateTimeZone zone)
    {
        var shown = Duration.Zero;
        foreach (var period in zone.GetZoneIntervals(change - Duration.FromDays(3), change + Duration.FromDays(3)))
        {
            var midnight = day.AtMidnight().WithOffset(period.WallOffset).ToInstant();
            var (begins, ends) = (
                period.HasStart ? Instant.Max(midnight, period.Start) : midnight,
                period.HasEnd ? Instant.Min(midnight + Duration.FromHours(24), period.End) : midnight + Duration.FromHours(24));
            shown += begins < ends ? ends - begins : Duration.Zero;
        }
        return shown;
    }

    private static Instant Quarter(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() / 60 * 60);

    private static SessionType Half() => SessionType.Offer("half", new("Half an hour", 30, new([new("therapist")], Room: false, [])));

    private static void Require(bool holds, DateTimeZone zone, Instant at)
    {
        if (!holds)
        {
            Assert.Fail($"It does not hold in {zone.Id} at {at} ({at.InZone(zone)}).");
        }
    }
}
