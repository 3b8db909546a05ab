namespace Journease.CommunityGroups.Memberships;

internal static class MembershipEndpoints
{
    internal static void MapMemberships(this RouteGroupBuilder circles)
    {
        var memberships = circles.MapGroup("/{circleId:guid}").WithTags("Memberships");
        memberships.MapRequestMembership();
        memberships.MapReadMyMembership();
        memberships.MapListMemberships();
        memberships.MapApproveMembership();
        memberships.MapDeclineMembership();
        memberships.MapLeaveCircle();
    }
}
