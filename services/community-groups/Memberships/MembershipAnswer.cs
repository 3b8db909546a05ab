namespace Journease.CommunityGroups.Memberships;

/// <summary>A membership as the facilitator knows it after answering.</summary>
internal sealed record MembershipAnswer(Guid MembershipId, string Pseudonym, MembershipStatus Status)
{
    public static MembershipAnswer For(Membership membership) => new(membership.Id, membership.Pseudonym, membership.Status);
}
