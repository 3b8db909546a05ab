using Journease.Messaging;
using Journease.Scheduling.Sites;
using NodaTime.Extensions;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>
/// Hours on the days that a recurrence rule (RFC 5545) names, for at most a year, besides the working week. The days are worked
/// out once, when the rule is entered: what was shown then is what holds, and no search ever unrolls a rule.
/// </summary>
internal sealed class RecurringHours : Aggregate
{
    private RecurringHours() { } // for EF Core

    /// <summary>The practitioner, room or equipment. A room or thing that has any can be used at these hours only.</summary>
    public Guid ResourceId { get; private init; }

    public Guid SiteId { get; private init; }
    public TimeOnly From { get; private init; }
    public TimeOnly To { get; private init; }

    /// <summary>As it was entered, for example <c>FREQ=MONTHLY;BYDAY=1MO</c>.</summary>
    public string Rule { get; private init; } = "";

    public DateOnly FirstDay { get; private init; }
    public DateOnly LastDay { get; private init; }

    /// <summary>The days, in order.</summary>
    public DateOnly[] Days { get; private init; } = [];

    public IEnumerable<DatedHours> Dated => Days.Select(day => new DatedHours(day.ToLocalDate(), day.ToLocalDate(), new(From, To)));

    public static RecurringHours By(Resource resource, Guid? siteId, RecurrenceRule rule, DateOnly firstDay, DateOnly lastDay, Hours hours)
    {
        if (resource.Kind == ResourceKind.Site)
        {
            throw WorkingTimeProblems.Impossible.Broken("A site has no hours of its own. Enter them for people and rooms.", "rule");
        }
        if (!hours.ArePossible)
        {
            throw WorkingTimeProblems.Impossible.Broken("The hours must end later on the same day than they start; 00:00 as their end is midnight.", "to");
        }
        var days = rule.DaysBetween(firstDay, lastDay);
        return new()
        {
            ResourceId = resource.Id,
            SiteId = resource.SiteId ?? siteId ?? throw SiteProblems.UnknownSite.Broken("Say at which site the hours are.", "siteId"),
            From = hours.From,
            To = hours.To,
            Rule = rule.Text,
            FirstDay = firstDay,
            LastDay = lastDay,
            Days = [.. days],
        };
    }
}
