using Journease.Scheduling.Calendars;
using Journease.Scheduling.WorkingTimes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Journease.Scheduling.BusyTimes;

/// <summary>Takes from a calendar when somebody is busy in the year to come, and nothing else.</summary>
internal static class BusyReading
{
    private static readonly Duration Behind = Duration.FromDays(1);
    private static readonly Duration Ahead = Duration.FromDays(366);

    public static List<Interval> Read(string calendar, string zone, DateTimeOffset now)
    {
        var at = Instant.FromDateTimeOffset(now);
        return CalendarFile.Read(calendar)
            .Between(at - Behind, at + Ahead, DateTimeZoneProviders.Tzdb[zone])
            .Select(entry => entry.During)
            .Where(during => during.Duration > Duration.Zero)
            .Joined();
    }

    /// <summary>Replaces what was known from a calendar; inside the caller's transaction.</summary>
    public static async Task ReplaceAsync(SchedulingDbContext db, BusyCalendar calendar, IEnumerable<Interval> busy, CancellationToken ct)
    {
        await db.BusyTimes.Where(one => one.CalendarId == calendar.Id).ExecuteDeleteAsync(ct);
        db.BusyTimes.AddRange(busy.Select((during, i) => new BusyTime(calendar.Id, calendar.PractitionerId, i + 1, during)));
    }
}
