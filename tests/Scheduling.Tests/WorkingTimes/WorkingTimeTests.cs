using Journease.Scheduling.Practitioners;
using Journease.Scheduling.WorkingTimes;
using NodaTime;

namespace Journease.Scheduling.Tests.WorkingTimes;

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
    public void Midnight_as_an_end_is_the_end_of_the_day()
    {
        var night = Assert.Single(Between("America/New_York", new(2026, 10, 5), new(2026, 10, 5), new(22, 0), TimeOnly.MinValue));

        Assert.Equal(Duration.FromHours(2), night.Duration);
    }

    [Fact]
    public void Closed_takes_away_extra_adds_and_what_is_said_about_the_person_wins()
    {
        var monday = new LocalDate(2026, 10, 5);
        var plan = new WorkingPlan
        {
            Week = Week(new(9, 0), new(17, 0)),
            SiteClosed = [new(monday, monday.PlusDays(2), Hours.WholeDay)],
            Extra = [new(monday, monday.PlusDays(1), new(new(10, 0), new(12, 0)))],
            Away = [new(monday.PlusDays(1), monday.PlusDays(1), new(new(11, 0), new(15, 0)))],
        };

        Assert.Equal(
            ["2026-10-05T10:00:00Z/2026-10-05T12:00:00Z", "2026-10-06T10:00:00Z/2026-10-06T11:00:00Z", "2026-10-08T09:00:00Z/2026-10-08T17:00:00Z"],
            WorkingTime.Between(Instant.FromUtc(2026, 10, 5, 0, 0), Instant.FromUtc(2026, 10, 9, 0, 0), plan, DateTimeZone.Utc).Select(stretch => stretch.ToString()));
    }

    [Fact]
    public void A_room_without_hours_can_be_used_at_any_time_but_when_the_site_is_closed()
    {
        var sunday = new LocalDate(2026, 11, 1);
        var clock = DateTimeZoneProviders.Tzdb["America/New_York"];
        var plan = new WorkingPlan { AtAnyTime = true, SiteClosed = [new(sunday, sunday, Hours.WholeDay)] };

        var open = WorkingTime.Between(
            clock.AtStartOfDay(sunday.PlusDays(-1)).ToInstant(), clock.AtStartOfDay(sunday.PlusDays(2)).ToInstant(), plan, clock);

        // The Sunday on which the clocks go back has 25 hours, and all of them are closed.
        Assert.Equal(["2026-10-31T04:00:00Z/2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z/2026-11-03T05:00:00Z"], open.Select(stretch => stretch.ToString()));
    }

    private static List<Interval> Between(string zone, LocalDate from, LocalDate to, TimeOnly start, TimeOnly end)
    {
        var clock = DateTimeZoneProviders.Tzdb[zone];
        return WorkingTime.Between(clock.AtStartOfDay(from).ToInstant(), clock.AtStartOfDay(to.PlusDays(1)).ToInstant(), new() { Week = Week(start, end) }, clock);
    }

    private static List<WorkingPeriod> Week(TimeOnly from, TimeOnly to) =>
        [.. Enum.GetValues<DayOfWeek>().Select(day => new WorkingPeriod(Guid.Empty, day, from, to))];

    private static IEnumerable<string> Starts(IEnumerable<Interval> stretches) => stretches.Select(stretch => stretch.Start.ToString());
}
