using System.Globalization;

namespace Journease.Portal.Layout;

/// <summary>Says dates and times as people do, on the clock of the practice.</summary>
public sealed class PracticeTime(IConfiguration configuration)
{
    private readonly TimeZoneInfo practice = TimeZoneInfo.FindSystemTimeZoneById(configuration["Portal:TimeZone"] ?? "America/New_York");

    /// <summary>For example "Tuesday, December 1, 2026".</summary>
    public string Day(DateTimeOffset at, string? zone = null) =>
        In(at, zone, out _).ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>For example "2:30 PM, New York time".</summary>
    public string Clock(DateTimeOffset at, string? zone = null) =>
        $"{In(at, zone, out var place).ToString("h:mm tt", CultureInfo.InvariantCulture)}, {place} time";

    private DateTimeOffset In(DateTimeOffset at, string? zone, out string place)
    {
        var where = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : practice;
        place = where.Id[(where.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return TimeZoneInfo.ConvertTime(at, where);
    }
}
