using Journease.Scheduling.Practitioners;
using NodaTime;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>
/// When somebody works at a site, or a room or thing can be used there, in wall time: the usual hours and what differs from
/// them. What is said about the one person or thing wins over what is said about the site, and away wins over extra.
/// </summary>
internal sealed record WorkingPlan
{
    /// <summary>Rooms and equipment for which no hours are given can be used at any time.</summary>
    public bool AtAnyTime { get; init; }

    /// <summary>The hours of every week.</summary>
    public IReadOnlyCollection<WorkingPeriod> Week { get; init; } = [];

    /// <summary>Hours that a rule puts on some days, besides the week.</summary>
    public IReadOnlyCollection<DatedHours> Recurring { get; init; } = [];

    /// <summary>When the site is closed, public holidays among it.</summary>
    public IReadOnlyCollection<DatedHours> SiteClosed { get; init; } = [];

    /// <summary>Extra hours on some days, also on days on which the site is closed.</summary>
    public IReadOnlyCollection<DatedHours> Extra { get; init; } = [];

    /// <summary>Time off, or out of use.</summary>
    public IReadOnlyCollection<DatedHours> Away { get; init; } = [];
}

/// <summary>The same hours on each day of a stretch of days.</summary>
internal readonly record struct DatedHours(LocalDate FirstDay, LocalDate LastDay, Hours Hours);
