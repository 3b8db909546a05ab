using Journease.Sealing;

namespace Journease.CommunityGroups.Posts;

/// <summary>What is said in a circle, sealed with the circle's own key.</summary>
internal static class SealedPosts
{
    /// <summary>What is shown where the circle's key was destroyed.</summary>
    private const string NoLongerKept = "(no longer kept)";

    public static Task<Sealed> SealPostAsync(this Seals seals, Guid circleId, Guid postId, string text, CancellationToken ct) =>
        seals.SealAsync(circleId, KeyPurpose.Circle, PlaceOf(postId), text, ct);

    public static async Task<string> OpenPostAsync(this Seals seals, Post post, CancellationToken ct) =>
        await seals.OpenAsync(post.CircleId, KeyPurpose.Circle, PlaceOf(post.Id), post.Text, ct) ?? NoLongerKept;

    private static SealedPlace PlaceOf(Guid postId) => new("post", "text", postId);
}
