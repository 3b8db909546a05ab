using System.ComponentModel.DataAnnotations;
using Journease.CommunityGroups.Circles;
using Journease.CommunityGroups.Memberships;
using Journease.Sealing;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.CommunityGroups.Posts;

/// <summary>A member, or the facilitator, says something in the circle.</summary>
internal static class WritePost
{
    public sealed record Request([StringLength(PostTable.LongestText, MinimumLength = 1)] string Text);

    internal static void MapWritePost(this RouteGroupBuilder posts) =>
        posts.MapPost("/", HandleAsync)
            .Refuses(CircleProblems.TextUnreadable)
            .WithName(nameof(WritePost))
            .WithSummary("Say something in the circle")
            .RequireIdempotencyKey()
            .ProducesValidationProblem();

    private static async Task<Results<Created<PostItem>, ProblemHttpResult>> HandleAsync(
        Guid circleId, Request request, GroupsDbContext db, MembershipLinks links, Seals seals, CurrentCaller caller, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        var text = WrittenText.Lines(request.Text, "text");
        // Locked first: somebody who is leaving at this moment has either left or not.
        await CircleTable.LockAsync(db, circleId, ct);
        var place = await Place.FindAsync(db, links, caller, circleId, ct);
        if (place is null)
        {
            return CircleProblems.NothingHere();
        }
        if (place.MembershipId is { } own)
        {
            audit.ByMember(own);
        }

        var number = await CircleTable.NextPostAsync(db, circleId, ct);
        var id = SilentId.New();
        var post = Post.Write(id, circleId, number, place.MembershipId, await seals.SealPostAsync(circleId, id, text, ct), clock.GetUtcNow());
        db.Posts.Add(post);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/groups/v1/circles/{circleId}/posts?before={number + 1}&limit=1",
            new PostItem(post.Id, post.Number, place.Name, place.MembershipId is null, true, text, post.PostedAt));
    }
}
