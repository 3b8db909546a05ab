using Journease.Sealing;
using Journease.ServiceDefaults.Data;

namespace Journease.CommunityGroups.Memberships;

/// <summary>
/// Whose a membership is. The only link between a pseudonym and a person: whoever knows the person finds the membership,
/// and only the membership's own key tells the person; closing an account deletes both for good.
/// </summary>
internal sealed class MembershipAccount : IVersioned
{
    private MembershipAccount() { } // for EF Core

    public Guid MembershipId { get; private init; }
    public Guid CircleId { get; private init; }

    /// <summary>The account, as this circle's blind index has it: it differs from circle to circle.</summary>
    public byte[] AccountIndex { get; private init; } = [];

    /// <summary>The account, sealed.</summary>
    public Sealed Account { get; private init; } = null!;

    /// <summary>Stays 1: it is made and cut, never changed.</summary>
    public long Version { get; private init; } = 1;

    public static MembershipAccount Of(Membership membership, byte[] accountIndex, Sealed account) =>
        new() { MembershipId = membership.Id, CircleId = membership.CircleId, AccountIndex = accountIndex, Account = account };
}
