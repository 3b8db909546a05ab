namespace Journease.CommunityGroups.Posts;

/// <summary>A post as those in the circle see it.</summary>
/// <param name="Number">Counts the circle's posts.</param>
/// <param name="Author">The pseudonym, or "Facilitator".</param>
/// <param name="Text">Plain text; line breaks count.</param>
/// <param name="PostedAt">To the minute.</param>
internal sealed record PostItem(
    Guid PostId, long Number, string Author, bool ByFacilitator, bool Mine, string Text, DateTimeOffset PostedAt);
