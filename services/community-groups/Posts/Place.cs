using Journease.CommunityGroups.Circles;
using Journease.CommunityGroups.Memberships;
using Journease.ServiceDefaults.Authentication;

namespace Journease.CommunityGroups.Posts;

/// <summary>In what way somebody belongs to a circle: as a member, or as its facilitator.</summary>
/// <param name="MembershipId">Null for the facilitator.</param>
internal sealed record Place(Guid? MembershipId, string Name)
{
    public const string FacilitatorName = "Facilitator";

    /// <summary>The caller's place, or null: then the circle does not exist for them.</summary>
    public static async Task<Place?> FindAsync(GroupsDbContext db, MembershipLinks links, CurrentCaller caller, Guid circleId, CancellationToken ct)
    {
        var membership = await links.FindOwnAsync(circleId, caller.Id, ct);
        if (membership is { Status: MembershipStatus.Approved })
        {
            return new(membership.Id, membership.Pseudonym);
        }
        return await caller.LooksAfterAsync(db, circleId, ct) ? new(null, FacilitatorName) : null;
    }
}
