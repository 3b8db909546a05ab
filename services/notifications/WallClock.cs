namespace Journease.Notifications;

/// <summary>From a wall clock to the instant: a time that a clock change leaves out is one hour later, one that comes twice is the first.</summary>
internal static class WallClock
{
    public static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            var before = zone.GetUtcOffset(local.AddDays(-1));
            return new DateTimeOffset(local, before).ToUniversalTime();
        }
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The next time, after now, at which a clock there shows that.</summary>
    public static DateTimeOffset Next(TimeOnly time, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var next = InstantOf(today.ToDateTime(time), zone);
        return next > now ? next : InstantOf(today.AddDays(1).ToDateTime(time), zone);
    }
}
