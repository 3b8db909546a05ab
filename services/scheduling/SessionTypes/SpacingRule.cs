namespace Journease.Scheduling.SessionTypes;

/// <summary>How a person's sessions of one type lie to each other and to what follows them. Days are days on the site's calendar.</summary>
/// <param name="MinimumDaysApart">Days from one to the next, at least.</param>
/// <param name="AtMost">How many there may be within <paramref name="WithinDays"/> days.</param>
/// <param name="WithinDays">The days that are counted together.</param>
/// <param name="FollowedBy">The code of the session that is due after it, or null.</param>
/// <param name="FollowedFromHours">How long after its end that is due, at the earliest.</param>
/// <param name="FollowedUntilHours">And at the latest.</param>
internal sealed record SpacingRule(
    int MinimumDaysApart, int AtMost, int WithinDays, string? FollowedBy = null, int FollowedFromHours = 0, int FollowedUntilHours = 0);
