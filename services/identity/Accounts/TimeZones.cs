using System.Globalization;

namespace Journease.Identity.Accounts;

/// <summary>The zones that a person can choose from: those of the practice's country first, by the names people use.</summary>
internal static class TimeZones
{
    /// <summary>Of the practice; what a person is offered who has not said another.</summary>
    public const string Usual = "America/New_York";

    public static readonly IReadOnlyList<(string Id, string Name)> Near =
    [
        (Usual, "Eastern time"),
        ("America/Chicago", "Central time"),
        ("America/Denver", "Mountain time"),
        ("America/Phoenix", "Arizona"),
        ("America/Los_Angeles", "Pacific time"),
        ("America/Anchorage", "Alaska"),
        ("Pacific/Honolulu", "Hawaii"),
    ];

    public static readonly IReadOnlyList<string> Others =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
            .Except(Near.Select(zone => zone.Id)).Order(StringComparer.Ordinal),
    ];

    public static bool Exists(string id) => Near.Any(zone => zone.Id == id) || Others.Contains(id);

    /// <summary>The wall clock there; UTC's where there is no such zone.</summary>
    public static DateTime LocalTime(DateTimeOffset now, string id) =>
        Exists(id) ? TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(id)).DateTime : now.UtcDateTime;

    /// <summary>A moment as letters say it: day and time of the wall clock there, and where that is.</summary>
    public static string InWords(DateTimeOffset moment, string id) =>
        LocalTime(moment, id).ToString("dddd, MMMM d, yyyy 'at' h:mm tt", CultureInfo.GetCultureInfo("en-US")) + $" ({id.Replace('_', ' ')})";
}
