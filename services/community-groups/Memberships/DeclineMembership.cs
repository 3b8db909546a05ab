using Journease.CommunityGroups.Circles;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.CommunityGroups.Memberships;

/// <summary>The facilitator of a circle does not let somebody in.</summary>
internal static class DeclineMembership
{
    internal static void MapDeclineMembership(this RouteGroupBuilder circle) =>
        circle.MapPost("/memberships/{membershipId:guid}/decline", HandleAsync)
            .Refuses(MembershipProblems.NotWaiting)
            .WithName(nameof(DeclineMembership))
            .WithSummary("Do not let somebody into your circle")
            .RequireIdempotencyKey();

    private static async Task<Results<Ok<MembershipAnswer>, ProblemHttpResult>> HandleAsync(
        Guid circleId, Guid membershipId, GroupsDbContext db, CurrentCaller caller, AuditTrail audit, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        if (!await caller.LooksAfterAsync(db, circleId, ct))
        {
            return CircleProblems.NothingHere();
        }

        audit.About(membershipId);
        await CircleTable.LockAsync(db, circleId, ct);
        var membership = await db.Memberships.SingleOrDefaultAsync(one => one.Id == membershipId && one.CircleId == circleId, ct);
        if (membership is null)
        {
            return CircleProblems.NothingHere();
        }

        membership.Decline(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        response.SetEtag(membership);
        return TypedResults.Ok(MembershipAnswer.For(membership));
    }
}
