namespace Journease.Scheduling.Holidays;

/// <summary>A public holiday, on which a site is closed all day unless somebody has extra hours there.</summary>
internal sealed class Holiday
{
    private Holiday() { } // for EF Core

    public Holiday(Guid siteId, DateOnly day, string name) => (SiteId, Day, Name) = (siteId, day, name);

    public Guid SiteId { get; private init; }
    public DateOnly Day { get; private init; }

    /// <summary>As the calendar it came from calls it.</summary>
    public string Name { get; private init; } = "";
}
