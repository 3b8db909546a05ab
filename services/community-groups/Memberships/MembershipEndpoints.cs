using Journease.ServiceDefaults.Auditing;

namespace Journease.CommunityGroups.Memberships;

internal static class MembershipEndpoints
{
    internal static void MapMemberships(this RouteGroupBuilder circles)
    {
        var memberships = circles.MapGroup("/{circleId:guid}").WithTags("Memberships").AboutNamed();
        memberships.MapRequestMembership();
        memberships.MapReadMyMembership();
        memberships.MapListMemberships();
        memberships.MapApproveMembership();
        memberships.MapDeclineMembership();
        memberships.MapLeaveCircle();
    }
}
