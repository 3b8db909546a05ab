using Journease.Messaging;
using NodaTime;

namespace Journease.Scheduling.Sites;

/// <summary>A place where the practice works. Its clock is the clock of everything that happens there.</summary>
internal sealed class Site : Aggregate
{
    private Site(string name, string address, string zone) => (Name, Address, Zone) = (name, address, zone);

    public string Name { get; private set; }

    /// <summary>Where people come to; empty until it is entered.</summary>
    public string Address { get; private set; }

    /// <summary>An IANA zone such as <c>America/New_York</c>. Never changed: working hours and appointments mean this clock.</summary>
    public string Zone { get; private init; }

    /// <summary>How often its public holidays have been replaced.</summary>
    public int HolidaysReplaced { get; private set; }

    public DateTimeZone Clock => DateTimeZoneProviders.Tzdb[Zone];

    public static Site Open(string name, string zone, string address = "") => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null
        ? throw SiteProblems.UnknownZone.Broken("Give an IANA time zone, for example America/New_York.", "zone")
        : new Site(name, address, zone);

    /// <summary>Public holidays are part of a site, in a table of their own: who changes them meets who changes the site.</summary>
    public void ReplaceHolidays() => HolidaysReplaced++;

    public void Describe(string name, string address) => (Name, Address) = (name, address);
}
