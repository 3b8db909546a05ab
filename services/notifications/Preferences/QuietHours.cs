namespace Journease.Notifications.Preferences;

/// <summary>The hours of a person's wall clock in which nothing is sent to them; they may go over midnight.</summary>
/// <param name="From">The first quiet minute.</param>
/// <param name="Until">The first minute that is not quiet any more.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    public static readonly QuietHours AtNight = new(new TimeOnly(21, 0), new TimeOnly(8, 0));

    // What leaves a little before is there, and noticed, before it becomes quiet.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    /// <summary>When it is quiet no more; null where it is not quiet at that time.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset time, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone).DateTime;
        if (!TimeOnly.FromDateTime(local).IsBetween(From, Until))
        {
            return null;
        }
        var day = DateOnly.FromDateTime(local);
        var end = WallClock.InstantOf(day.ToDateTime(Until), zone);
        return end > time ? end : WallClock.InstantOf(day.AddDays(1).ToDateTime(Until), zone);
    }

    /// <summary>The last moment at or before that time at which something may still be sent.</summary>
    public DateTimeOffset LastMomentBefore(DateTimeOffset time, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone).DateTime;
        if (!TimeOnly.FromDateTime(local).IsBetween(From, Until))
        {
            return time;
        }
        var day = DateOnly.FromDateTime(local);
        var start = WallClock.InstantOf(day.ToDateTime(From), zone);
        return (start <= time ? start : WallClock.InstantOf(day.AddDays(-1).ToDateTime(From), zone)) - Margin;
    }
}
