using System.ComponentModel.DataAnnotations;
using Journease.CommunityGroups.Circles;
using Journease.CommunityGroups.Memberships;
using Journease.Sealing;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.CommunityGroups.Posts;

/// <summary>A member, or the facilitator, reads what was said in the circle, newest first.</summary>
internal static class ListPosts
{
    /// <param name="Items">The posts of this page.</param>
    /// <param name="Next">Give it back as <c>before</c> for the next page; null on the last one.</param>
    public sealed record Response(IReadOnlyList<PostItem> Items, long? Next);

    internal static void MapListPosts(this RouteGroupBuilder posts) =>
        posts.MapGet("/", HandleAsync)
            .WithName(nameof(ListPosts))
            .WithSummary("Read what was said in the circle, newest first")
            .ProducesValidationProblem();

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid circleId, GroupsDbContext db, MembershipLinks links, Seals seals, CurrentCaller caller, AuditTrail audit,
        [Range(1, long.MaxValue)] long before = long.MaxValue, [Range(1, 100)] int limit = 50, CancellationToken ct = default)
    {
        var place = await Place.FindAsync(db, links, caller, circleId, ct);
        if (place is null)
        {
            return CircleProblems.NothingHere();
        }
        if (place.MembershipId is { } own)
        {
            audit.ByMember(own);
        }

        var rows = await db.Posts.AsNoTracking()
            .Where(post => post.CircleId == circleId && post.Number < before)
            .OrderByDescending(post => post.Number)
            .Take(limit + 1)
            .Select(post => new
            {
                Post = post,
                Pseudonym = db.Memberships.Where(membership => membership.Id == post.MembershipId).Select(membership => membership.Pseudonym).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var items = new List<PostItem>();
        foreach (var row in rows.Take(limit))
        {
            var post = row.Post;
            items.Add(new PostItem(
                post.Id, post.Number, row.Pseudonym ?? Place.FacilitatorName, post.MembershipId is null, post.MembershipId == place.MembershipId,
                await seals.OpenPostAsync(post, ct), post.PostedAt));
        }
        return TypedResults.Ok(new Response(items, rows.Count > limit ? items[^1].Number : null));
    }
}
