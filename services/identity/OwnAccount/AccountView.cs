using Journease.Identity.Passkeys;

namespace Journease.Identity.OwnAccount;

/// <summary>What the page of a person's own account shows. Times are those of the person's wall clock.</summary>
internal sealed record AccountView(
    string Name,
    bool MayChange,
    PasskeyChallenge? ToAdd,
    IReadOnlyList<AccountView.PasskeyLine> Passkeys,
    bool UsesApp,
    int RecoveryCodesLeft,
    bool HasPassword,
    bool LacksStaffRoles,
    bool HasStrongFactor,
    IReadOnlyList<AccountView.SessionLine> Sessions,
    Uri? GoOn)
{
    internal sealed record PasskeyLine(byte[] Id, string Name, bool IsBackedUp, DateTime AddedAt, DateTime? LastUsedAt);

    internal sealed record SessionLine(Guid Id, string Device, bool IsThis, IReadOnlyList<string> Means, DateTime StartedAt, DateTime LastUsedAt);
}
