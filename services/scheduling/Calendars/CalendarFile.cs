using System.Diagnostics;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Journease.ServiceDefaults.Errors;
using NodaTime;
using Duration = NodaTime.Duration;
using Period = Ical.Net.DataTypes.Period;

namespace Journease.Scheduling.Calendars;

/// <summary>
/// An iCalendar file (RFC 5545) from outside. It is bounded in size, in events, in what rules may unroll to and in the time that
/// reading takes, because anybody may have written it; whatever cannot be read is refused with a sentence.
/// </summary>
internal sealed class CalendarFile
{
    public const int LongestText = 1_000_000;
    private const int MostEvents = 5_000;
    private const int MostOccurrences = 5_000;
    private const int MostFruitlessSteps = 50_000;
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(3);

    private readonly CalendarCollection calendars;
    private readonly Stopwatch reading;

    private CalendarFile(CalendarCollection calendars, Stopwatch reading) => (this.calendars, this.reading) = (calendars, reading);

    public static CalendarFile Read(string text)
    {
        if (text.Length > LongestText)
        {
            throw Refused("It is too large: a calendar may have a million characters.");
        }
        if (!text.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)
            || !text.TrimEnd('\0', ' ', '\r', '\n').EndsWith("END:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("It is not a whole iCalendar file: that begins with BEGIN:VCALENDAR and ends with END:VCALENDAR.");
        }
        if (text.Contains("BEGIN:VFREEBUSY", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("It says when somebody is free and busy without events. Share the calendar itself.");
        }

        var reading = Stopwatch.StartNew();
        var calendars = Guarded(() => CalendarCollection.Load(text) ?? throw Refused("There is no calendar in it."));
        var events = calendars.SelectMany(calendar => calendar.Events).ToList();
        if (events.Count > MostEvents)
        {
            throw Refused($"It has more than {MostEvents} events.");
        }
        if (Guarded(() => events.Exists(one => one.RecurrenceRule is { } rule && IsBomb(rule))))
        {
            throw Refused("An event in it recurs several times a day; such rules are not unrolled.");
        }
        return new(calendars, reading);
    }

    /// <summary>When its events take place, in order; what does not make anybody busy is left out.</summary>
    /// <param name="from">The time looked at.</param>
    /// <param name="to">Its end.</param>
    /// <param name="zone">
    /// What whole days and times without a zone mean. Such a time that a clock change skips lies later by what was skipped; of one
    /// that comes twice it is the first.
    /// </param>
    public IReadOnlyList<CalendarEntry> Between(Instant from, Instant to, DateTimeZone zone) => Guarded(() =>
    {
        var entries = new List<CalendarEntry>();
        // Earlier by more than any offset, and for what began before and still lasts.
        var since = new CalDateTime(from.ToDateTimeUtc().AddDays(-2));
        var until = to + Duration.FromDays(2);
        foreach (var calendar in calendars)
        {
            foreach (var occurrence in calendar.GetOccurrences<CalendarEvent>(since, new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostFruitlessSteps }))
            {
                RequireTime();
                var during = During(occurrence.Period, zone);
                if (during.Start >= until)
                {
                    break;
                }
                if (occurrence.Source is CalendarEvent one && TakesTime(one) && during.Start < to && from < during.End)
                {
                    entries.Add(new(during, one.Summary ?? "", one.IsAllDay));
                }
                if (entries.Count > MostOccurrences)
                {
                    throw Refused($"It has more than {MostOccurrences} appointments in a year.");
                }
            }
        }
        return entries.OrderBy(entry => entry.During.Start).ToList();
    });

    private static bool TakesTime(CalendarEvent one) =>
        !string.Equals(one.Transparency, TransparencyType.Transparent, StringComparison.OrdinalIgnoreCase)
        && !string.Equals(one.Status, EventStatus.Cancelled, StringComparison.OrdinalIgnoreCase);

    private static bool IsBomb(RecurrenceRule rule) =>
        rule.Frequency is FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly
        || rule.ByHour.Count + rule.ByMinute.Count + rule.BySecond.Count > 3;

    private static Interval During(Period period, DateTimeZone zone)
    {
        var (start, end) = (At(period.StartTime, zone), period.EffectiveEndTime is { } ends ? At(ends, zone) : At(period.StartTime, zone));
        return end >= start ? new(start, end) : throw Refused("An event in it ends before it starts.");
    }

    private static Instant At(CalDateTime time, DateTimeZone zone) => time switch
    {
        { HasTime: false } => zone.AtStartOfDay(LocalDate.FromDateOnly(time.Date)).ToInstant(),
        { IsFloating: true } => zone.AtLeniently(LocalDateTime.FromDateTime(time.Value)).ToInstant(),
        _ => Instant.FromDateTimeUtc(DateTime.SpecifyKind(time.AsUtc, DateTimeKind.Utc)),
    };

    private void RequireTime()
    {
        if (reading.Elapsed > LongestReading)
        {
            throw Refused("It takes too long to work out its recurring events.");
        }
    }

    // Whatever the library makes of a malformed file, it is the file's fault.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (RuleBrokenException or OutOfMemoryException))
        {
            throw Refused("A part of it is not as RFC 5545 says, or names a time zone that nobody knows.");
        }
    }

    private static RuleBrokenException Refused(string why) => CalendarProblems.Refused.Broken(why, "calendar");
}

/// <summary>An appointment in a calendar.</summary>
internal sealed record CalendarEntry(Interval During, string Name, bool WholeDays);
