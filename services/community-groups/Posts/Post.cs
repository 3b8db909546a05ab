using Journease.Sealing;
using Journease.ServiceDefaults.Data;

namespace Journease.CommunityGroups.Posts;

/// <summary>Something said in a circle.</summary>
internal sealed class Post : IVersioned
{
    private Post() { } // for EF Core

    public Guid Id { get; private init; }
    public Guid CircleId { get; private init; }

    /// <summary>Counts the posts of this circle, from 1. Only those who may read the circle see it.</summary>
    public long Number { get; private init; }

    /// <summary>Whose it is; null for the facilitator.</summary>
    public Guid? MembershipId { get; private init; }

    /// <summary>Sealed with the circle's key.</summary>
    public Sealed Text { get; private init; } = null!;
    public DateTimeOffset PostedAt { get; private init; }

    /// <summary>Stays 1 until posts can be edited.</summary>
    public long Version { get; private init; } = 1;

    /// <summary>The time is kept to the minute: seconds would help to link one person's posts in two circles.</summary>
    public static Post Write(Guid id, Guid circleId, long number, Guid? membershipId, Sealed text, DateTimeOffset now) => new()
    {
        Id = id,
        CircleId = circleId,
        Number = number,
        MembershipId = membershipId,
        Text = text,
        PostedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)),
    };
}
