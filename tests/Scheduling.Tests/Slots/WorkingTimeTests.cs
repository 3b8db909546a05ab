using CsCheck;
using Journease.Scheduling.Practitioners;
using Journease.Scheduling.Slots;
using NodaTime;
using NodaTime.Extensions;

namespace Journease.Scheduling.Tests.Slots;

public sealed class WorkingTimeTests
{
    [Fact]
    public void Nine_to_five_keeps_its_wall_time_across_the_clock_change()
    {
        var stretches = Between("America/New_York", new(2026, 10, 30), new(2026, 11, 3), new(9, 0), new(17, 0));

        Assert.All(stretches, stretch => Assert.Equal(Duration.FromHours(8), stretch.Duration));
        Assert.Equal(["2026-10-30T13:00:00Z", "2026-10-31T13:00:00Z", "2026-11-01T14:00:00Z", "2026-11-02T14:00:00Z", "2026-11-03T14:00:00Z"], Starts(stretches));
    }

    [Fact]
    public void A_night_in_spring_is_an_hour_shorter_and_the_skipped_hour_is_not_offered()
    {
        var stretch = Assert.Single(Between("America/New_York", new(2026, 3, 8), new(2026, 3, 8), new(1, 0), new(5, 0)));

        Assert.Equal(Duration.FromHours(3), stretch.Duration);
    }

    [Fact]
    public void A_night_in_autumn_is_an_hour_longer_and_no_hour_is_lost()
    {
        var stretch = Assert.Single(Between("America/New_York", new(2026, 11, 1), new(2026, 11, 1), new(0, 0), new(4, 0)));

        Assert.Equal(Duration.FromHours(5), stretch.Duration);
    }

    [Fact]
    public void Half_past_one_happens_twice_in_autumn_and_what_lies_between_is_not_working_time() =>
        Assert.Equal(
            [Duration.FromMinutes(30), Duration.FromMinutes(150)],
            Between("America/New_York", new(2026, 11, 1), new(2026, 11, 1), new(1, 30), new(4, 0)).Select(stretch => stretch.Duration));

    [Fact]
    public void A_day_that_a_place_skipped_has_no_working_time() =>
        Assert.Equal(["2011-12-29T19:00:00Z", "2011-12-30T19:00:00Z"], Starts(Between("Pacific/Apia", new(2011, 12, 29), new(2011, 12, 31), new(9, 0), new(17, 0))));

    [Fact]
    public void An_instant_is_working_time_exactly_when_the_wall_clock_says_so_in_every_zone()
    {
        var zones = DateTimeZoneProviders.Tzdb.GetAllZones().ToList();
        var changes = Gen.Int[0, zones.Count - 1].SelectMany(zone => Gen.Int[0, 366 * 40].Select(day => (Zone: zones[zone], Day: new LocalDate(2000, 1, 1).PlusDays(day))));

        Gen.Select(changes, Gen.Int[0, 22], Gen.Int[1, 10], Gen.Bool).Sample((place, fromHour, hours, seekChange) =>
        {
            var noon = place.Day.AtMidnight().InUtc().ToInstant() + Duration.FromHours(12);
            // Half of the samples on a day on which the clock changes, where there is one.
            var change = place.Zone.GetZoneInterval(noon);
            var day = seekChange && change.HasEnd ? change.End.InZone(place.Zone).Date : place.Day;
            var (from, to) = (new TimeOnly(fromHour, 0), new TimeOnly(Math.Min(23, fromHour + hours), 0));
            var midnight = day.AtMidnight().InUtc().ToInstant();
            var (first, last) = (midnight - Duration.FromHours(30), midnight + Duration.FromHours(54));

            var stretches = WorkingTime.Between(first, last, Week(from, to), place.Zone);

            for (var instant = first; instant < last; instant += Duration.FromMinutes(15))
            {
                var wall = instant.InZone(place.Zone).TimeOfDay;
                var works = wall >= from.ToLocalTime() && wall < to.ToLocalTime();
                if (works != stretches.Exists(stretch => stretch.Contains(instant)))
                {
                    return false;
                }
            }
            return true;
        }, iter: 400);
    }

    private static List<Interval> Between(string zone, LocalDate from, LocalDate to, TimeOnly start, TimeOnly end)
    {
        var clock = DateTimeZoneProviders.Tzdb[zone];
        return WorkingTime.Between(clock.AtStartOfDay(from).ToInstant(), clock.AtStartOfDay(to.PlusDays(1)).ToInstant(), Week(start, end), clock);
    }

    private static List<WorkingPeriod> Week(TimeOnly from, TimeOnly to) =>
        [.. Enum.GetValues<DayOfWeek>().Select(day => new WorkingPeriod(Guid.Empty, day, from, to))];

    private static IEnumerable<string> Starts(IEnumerable<Interval> stretches) => stretches.Select(stretch => stretch.Start.ToString());
}
