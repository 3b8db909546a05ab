using CsCheck;
using Journease.Scheduling.Calendars;
using Journease.ServiceDefaults.Errors;
using NodaTime;

namespace Journease.Scheduling.Tests.Calendars;

public sealed class CalendarFileTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly Instant From = Instant.FromUtc(2026, 10, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2027, 10, 1, 0, 0);

    // What a broken calendar may have in the middle of it.
    private static readonly string[] Pieces =
        ["", "\0", "\r\n", ";", ":", "BEGIN:VEVENT\r\n", "RRULE:FREQ=", "99999999", "\uFFFF", "=", "\"", "-1", "TZID=X:"];

    private static readonly string Usual = Calendar(
        Event("DTSTART;TZID=America/New_York:20261005T090000", "DTEND;TZID=America/New_York:20261005T100000", "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE;TZID=America/New_York:20261012T090000"),
        Event("DTSTART:20261006T130000Z", "DURATION:PT45M"),
        Event("DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261127", "SUMMARY:Thanksgiving"));

    [Theory]
    [InlineData("DTSTART:20261006T130000Z\r\nDTEND:20261006T140000Z", "2026-10-06T13:00:00Z/2026-10-06T14:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/Rome:20261006T130000\r\nDTEND;TZID=Europe/Rome:20261006T140000", "2026-10-06T11:00:00Z/2026-10-06T12:00:00Z")]
    [InlineData("DTSTART:20261006T090000\r\nDTEND:20261006T100000", "2026-10-06T13:00:00Z/2026-10-06T14:00:00Z")]
    [InlineData("DTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20261102", "2026-11-01T04:00:00Z/2026-11-02T05:00:00Z")]
    [InlineData("DTSTART;VALUE=DATE:20261101", "2026-11-01T04:00:00Z/2026-11-02T05:00:00Z")]
    // Half past two does not exist on that day: it lies later by what was skipped.
    [InlineData("DTSTART:20270314T023000\r\nDTEND:20270314T040000", "2027-03-14T07:30:00Z/2027-03-14T08:00:00Z")]
    // Half past one comes twice: the first is meant.
    [InlineData("DTSTART:20261101T013000\r\nDTEND:20261101T030000", "2026-11-01T05:30:00Z/2026-11-01T08:00:00Z")]
    public void Times_mean_what_they_say_and_without_a_zone_what_the_given_zone_says(string lines, string during) =>
        Assert.Equal(during, Assert.Single(Entries(Calendar(Event(lines.Split("\r\n"))))).During.ToString());

    [Fact]
    public void Rules_keep_their_wall_time_over_the_clock_change_and_leave_out_what_is_excepted() =>
        Assert.Equal(
            ["2026-10-05T13:00:00Z", "2026-10-06T13:00:00Z", "2026-10-19T13:00:00Z", "2026-10-26T13:00:00Z", "2026-11-02T14:00:00Z", "2026-11-09T14:00:00Z", "2026-11-26T05:00:00Z"],
            Entries(Usual).Select(entry => entry.During.Start.ToString()));

    [Theory]
    [InlineData("TRANSP:TRANSPARENT")]
    [InlineData("STATUS:CANCELLED")]
    public void What_makes_nobody_busy_is_left_out(string line) =>
        Assert.Empty(Entries(Calendar(Event("DTSTART:20261006T130000Z", "DTEND:20261006T140000Z", line))));

    [Fact]
    public void Free_and_busy_without_events_is_refused_rather_than_read_as_free() =>
        Refused(Wrap("BEGIN:VFREEBUSY", "UID:1", "DTSTAMP:20260101T000000Z", "FREEBUSY;FBTYPE=BUSY:20261006T130000Z/20261006T140000Z", "END:VFREEBUSY"));

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("BEGIN:VCALENDAR")]
    [InlineData("<html>END:VCALENDAR")]
    public void What_is_no_calendar_is_refused(string text) => Refused(text);

    [Theory]
    [InlineData("DTSTART:20261006T130000Z\r\nDTEND:20261006T140000Z\r\nRRULE:FREQ=SECONDLY")]
    [InlineData("DTSTART:20261006T130000Z\r\nDTEND:20261006T140000Z\r\nRRULE:FREQ=MINUTELY;INTERVAL=1")]
    [InlineData("DTSTART:20261006T130000Z\r\nDTEND:20261006T140000Z\r\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8;BYMINUTE=0,1,2,3,4,5")]
    [InlineData("DTSTART;TZID=Mars/Base:20261006T130000\r\nDTEND;TZID=Mars/Base:20261006T140000")]
    [InlineData("DTSTART:20261006T130000Z\r\nDTEND:20261006T120000Z")]
    public void Bombs_unknown_zones_and_backward_events_are_refused(string lines) => Refused(Calendar(Event(lines.Split("\r\n"))));

    [Fact]
    public void More_than_can_be_read_is_refused()
    {
        Refused(Calendar(new string('x', CalendarFile.LongestText)));
        Refused(Calendar([.. Enumerable.Repeat(Event("DTSTART:20261006T130000Z", "DTEND:20261006T140000Z"), 5_001)]));
        Refused(Calendar([.. Enumerable.Range(0, 30).Select(i => Event($"DTSTART:20261001T{i % 24:00}{i:00}00Z", "DURATION:PT1M", "RRULE:FREQ=DAILY"))]));
    }

    [Fact]
    public void However_a_calendar_is_broken_it_is_read_or_refused_and_soon()
    {
        var broken = Gen.Select(Gen.Int[0, Usual.Length - 1], Gen.Int[0, 40], Gen.Int[0, Pieces.Length - 1])
            .Array[1, 4];

        broken.Sample(changes =>
        {
            var text = Usual;
            foreach (var (at, length, piece) in changes)
            {
                var start = Math.Min(at, text.Length);
                text = text.Remove(start, Math.Min(length, text.Length - start)).Insert(start, Pieces[piece]);
            }
            try
            {
                Entries(text);
            }
            catch (RuleBrokenException)
            {
                // A sentence, and nothing else, is what a broken calendar leads to.
            }
        }, iter: 1_500);
    }

    private static IReadOnlyList<CalendarEntry> Entries(string text) => CalendarFile.Read(text).Between(From, To, NewYork);

    private static void Refused(string text) => Assert.Throws<RuleBrokenException>(() => Entries(text));

    private static string Event(params string[] lines) =>
        string.Join("\r\n", ["BEGIN:VEVENT", $"UID:{Guid.CreateVersion7()}", "DTSTAMP:20260101T000000Z", .. lines, "END:VEVENT"]);

    private static string Calendar(params string[] events) => Wrap(events);

    private static string Wrap(params string[] lines) =>
        string.Join("\r\n", ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", .. lines, "END:VCALENDAR", ""]);
}
