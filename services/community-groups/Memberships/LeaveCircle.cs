using Journease.CommunityGroups.Circles;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.CommunityGroups.Memberships;

/// <summary>A member leaves a circle, or takes back the request to join. What they wrote stays under their pseudonym.</summary>
internal static class LeaveCircle
{
    internal static void MapLeaveCircle(this RouteGroupBuilder circle) =>
        circle.MapPost("/leave", HandleAsync)
            .WithName(nameof(LeaveCircle))
            .WithSummary("Leave a circle, or take your request back")
            .RequireIdempotencyKey();

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid circleId, GroupsDbContext db, MembershipLinks links, CurrentCaller caller, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        await CircleTable.LockAsync(db, circleId, ct);
        var membership = await links.FindOwnAsync(circleId, caller.Id, ct);
        if (membership is null)
        {
            return CircleProblems.NothingHere();
        }

        audit.ByMember(membership.Id);
        if (membership.Leave(clock.GetUtcNow()))
        {
            await CircleTable.CountAsync(db, circleId, -1, ct);
        }
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
