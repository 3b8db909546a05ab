using Journease.ServiceDefaults.Errors;

namespace Journease.Scheduling.Slots;

/// <summary>The time that a search looks at: bounded, and only what can still be booked.</summary>
internal readonly record struct SlotRange(DateTimeOffset From, DateTimeOffset To)
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(62);

    public static readonly ProblemType Impossible = new("impossible-range", 400, "This time range is not possible.");

    public bool IsEmpty => From >= To;

    /// <summary>Refuses what is backwards or too long; leaves out what is too soon or too far ahead.</summary>
    public static SlotRange Asked(DateTimeOffset from, DateTimeOffset to, DateTimeOffset soonest, DateTimeOffset horizon)
    {
        if (from >= to)
        {
            throw Impossible.Broken("The range must end after it starts.", "to");
        }
        if (to - from > Longest)
        {
            throw Impossible.Broken("Ask for at most 62 days at a time.", "to");
        }
        return new(from < soonest ? soonest : from, to > horizon ? horizon : to);
    }
}
