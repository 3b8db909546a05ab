namespace Journease.CommunityGroups.Memberships;

/// <summary>Where somebody stands in a circle.</summary>
internal enum MembershipStatus
{
    /// <summary>Asked to join; the facilitator has not answered yet.</summary>
    Requested,

    /// <summary>Reads and writes in the circle.</summary>
    Approved,

    /// <summary>Was not let in.</summary>
    Declined,

    /// <summary>Left.</summary>
    Ended,
}
