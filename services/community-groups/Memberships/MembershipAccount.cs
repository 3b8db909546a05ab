using Journease.ServiceDefaults.Data;

namespace Journease.CommunityGroups.Memberships;

/// <summary>Whose a membership is. The only link between a pseudonym and a person; erasing an account deletes it for good.</summary>
internal sealed class MembershipAccount : IVersioned
{
    private MembershipAccount() { } // for EF Core

    public Guid MembershipId { get; private init; }
    public Guid CircleId { get; private init; }
    public Guid AccountId { get; private init; }

    /// <summary>Stays 1: it is made and cut, never changed.</summary>
    public long Version { get; private init; } = 1;

    public static MembershipAccount Of(Membership membership, Guid accountId) =>
        new() { MembershipId = membership.Id, CircleId = membership.CircleId, AccountId = accountId };
}
