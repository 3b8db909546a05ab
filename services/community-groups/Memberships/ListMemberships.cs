using System.ComponentModel.DataAnnotations;
using Journease.CommunityGroups.Circles;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.CommunityGroups.Memberships;

/// <summary>The facilitator of a circle sees who is in it and who asks to be, by pseudonym.</summary>
internal static class ListMemberships
{
    /// <param name="Items">The memberships of this page, by pseudonym.</param>
    /// <param name="Next">Give it back as <c>after</c> for the next page; null on the last one.</param>
    public sealed record Response(IReadOnlyList<MembershipAnswer> Items, Guid? Next);

    internal static void MapListMemberships(this RouteGroupBuilder circle) =>
        circle.MapGet("/memberships", HandleAsync)
            .WithName(nameof(ListMemberships))
            .WithSummary("List who is in your circle and who asks to be")
            .ProducesValidationProblem();

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid circleId, GroupsDbContext db, CurrentCaller caller, AuditTrail audit,
        [AllowedValues(null, "requested", "approved", "declined", "ended")] string? status = null,
        Guid? after = null, [Range(1, 200)] int limit = 50, CancellationToken ct = default)
    {
        if (!await caller.LooksAfterAsync(db, circleId, ct))
        {
            return CircleProblems.NothingHere();
        }

        MembershipStatus? wanted = status is null ? null : Enum.Parse<MembershipStatus>(status, ignoreCase: true);
        // By pseudonym: unlike ids and times, that order tells nothing. The name unique in the circle is its key.
        var afterKey = after is null ? "" : await db.Memberships
            .Where(membership => membership.Id == after && membership.CircleId == circleId).Select(membership => membership.PseudonymKey).SingleOrDefaultAsync(ct);
        var rows = await db.Memberships.AsNoTracking()
            .Where(membership => membership.CircleId == circleId && membership.PseudonymKey.CompareTo(afterKey) > 0)
            .Where(membership => wanted == null || membership.Status == wanted)
            .OrderBy(membership => membership.PseudonymKey)
            .Take(limit + 1)
            .Select(membership => new MembershipAnswer(membership.Id, membership.Pseudonym, membership.Status))
            .ToListAsync(ct);
        audit.About(rows.Take(limit).Select(membership => membership.MembershipId));
        return TypedResults.Ok(new Response([.. rows.Take(limit)], rows.Count > limit ? rows[limit - 1].MembershipId : null));
    }
}
