using Journease.ServiceDefaults.Data;

namespace Journease.CommunityGroups.Posts;

/// <summary>Something said in a circle.</summary>
internal sealed class Post : IVersioned
{
    private Post() { } // for EF Core

    public Guid Id { get; private init; } = SilentId.New();
    public Guid CircleId { get; private init; }

    /// <summary>Counts the posts of this circle, from 1. Only those who may read the circle see it.</summary>
    public long Number { get; private init; }

    /// <summary>Whose it is; null for the facilitator.</summary>
    public Guid? MembershipId { get; private init; }
    public string Text { get; private init; } = "";
    public DateTimeOffset PostedAt { get; private init; }

    /// <summary>Stays 1 until posts can be edited.</summary>
    public long Version { get; private init; } = 1;

    /// <summary>The time is kept to the minute: seconds would help to link one person's posts in two circles.</summary>
    public static Post Write(Guid circleId, long number, Guid? membershipId, string text, DateTimeOffset now) => new()
    {
        CircleId = circleId,
        Number = number,
        MembershipId = membershipId,
        Text = WrittenText.Lines(text, "text"),
        PostedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)),
    };
}
