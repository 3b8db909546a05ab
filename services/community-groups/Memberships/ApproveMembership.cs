using Journease.CommunityGroups.Circles;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.CommunityGroups.Memberships;

/// <summary>The facilitator of a circle lets somebody in, as long as there is a place.</summary>
internal static class ApproveMembership
{
    internal static void MapApproveMembership(this RouteGroupBuilder circle) =>
        circle.MapPost("/memberships/{membershipId:guid}/approve", HandleAsync)
            .Refuses(MembershipProblems.CircleFull, MembershipProblems.NotWaiting)
            .WithName(nameof(ApproveMembership))
            .WithSummary("Let somebody into your circle")
            .RequireIdempotencyKey();

    private static async Task<Results<Ok<MembershipAnswer>, ProblemHttpResult>> HandleAsync(
        Guid circleId, Guid membershipId, GroupsDbContext db, CurrentCaller caller, AuditTrail audit, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        if (!await caller.LooksAfterAsync(db, circleId, ct))
        {
            return CircleProblems.NothingHere();
        }

        audit.About(membershipId);
        // Locked before it is read: whoever waited here sees what the one before decided.
        await CircleTable.LockAsync(db, circleId, ct);
        var membership = await db.Memberships.SingleOrDefaultAsync(one => one.Id == membershipId && one.CircleId == circleId, ct);
        if (membership is null)
        {
            return CircleProblems.NothingHere();
        }

        if (membership.Approve(clock.GetUtcNow()))
        {
            try
            {
                await CircleTable.CountAsync(db, circleId, +1, ct);
            }
            catch (PostgresException e) when (e.ConstraintName == CircleTable.NoMoreThanCapacity)
            {
                return MembershipProblems.CircleFull.Because("Approve when somebody has left, or decline.");
            }
        }
        await db.SaveChangesAsync(ct);
        response.SetEtag(membership);
        return TypedResults.Ok(MembershipAnswer.For(membership));
    }
}
