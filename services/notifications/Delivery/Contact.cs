namespace Journease.Notifications.Delivery;

/// <summary>How a person is reached at this moment, as identity says. It is asked for each time, and kept nowhere.</summary>
internal sealed record Contact(string Email, string Name, string TimeZone, string Language)
{
    /// <summary>The zone of the person's wall clock; UTC where this machine does not know it.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
