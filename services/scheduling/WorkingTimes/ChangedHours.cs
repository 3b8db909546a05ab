using Journease.Messaging;
using Journease.Scheduling.Sites;
using NodaTime.Extensions;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>
/// Some days on which the usual hours do not hold: a person is away or works extra hours, a room or thing is out of use, or a
/// site is closed. It carries no reason: why somebody is away is nobody's business here.
/// </summary>
internal sealed class ChangedHours : Aggregate
{
    public const int LongestInDays = 366;

    private ChangedHours() { } // for EF Core

    /// <summary>The practitioner, room, equipment or site that it is about.</summary>
    public Guid ResourceId { get; private init; }

    /// <summary>Where the extra hours are; null for closed, which holds everywhere.</summary>
    public Guid? SiteId { get; private init; }

    public HoursChange Change { get; private init; }
    public DateOnly FirstDay { get; private init; }
    public DateOnly LastDay { get; private init; }
    public TimeOnly From { get; private init; }
    public TimeOnly To { get; private init; }

    public DatedHours Dated => new(FirstDay.ToLocalDate(), LastDay.ToLocalDate(), new(From, To));

    /// <param name="resource">Whose hours change.</param>
    /// <param name="change">In which direction.</param>
    /// <param name="siteId">Where the extra hours are.</param>
    /// <param name="firstDay">The first day.</param>
    /// <param name="lastDay">The last day; the same hours change on each.</param>
    /// <param name="hours">Wall time at the site; whole days when it is null.</param>
    public static ChangedHours On(Resource resource, HoursChange change, Guid? siteId, DateOnly firstDay, DateOnly lastDay, Hours? hours)
    {
        if (lastDay < firstDay)
        {
            throw WorkingTimeProblems.Impossible.Broken("The last day must not lie before the first one.", "lastDay");
        }
        if (lastDay.DayNumber - firstDay.DayNumber >= LongestInDays)
        {
            throw WorkingTimeProblems.Impossible.Broken("Enter at most a year at a time.", "lastDay");
        }
        if (hours is { ArePossible: false })
        {
            throw WorkingTimeProblems.Impossible.Broken("The hours must end later on the same day than they start; 00:00 as their end is midnight.", "to");
        }
        if (change == HoursChange.Extra && resource.Kind == ResourceKind.Site)
        {
            throw WorkingTimeProblems.Impossible.Broken("A site can only be closed. Enter extra hours for the people who work them.", "change");
        }

        var (from, to) = hours ?? Hours.WholeDay;
        return new()
        {
            ResourceId = resource.Id,
            SiteId = change == HoursChange.Extra
                ? resource.SiteId ?? siteId ?? throw SiteProblems.UnknownSite.Broken("Say at which site the extra hours are.", "siteId")
                : null,
            Change = change,
            FirstDay = firstDay,
            LastDay = lastDay,
            From = from,
            To = to,
        };
    }
}

/// <summary>Which way hours change.</summary>
internal enum HoursChange
{
    /// <summary>Away, out of use or shut.</summary>
    Closed,

    /// <summary>There besides the usual hours.</summary>
    Extra,
}
