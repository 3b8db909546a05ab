using Journease.Sealing;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Passkeys;

/// <summary>A key on a person's device, or in their password manager, with which they sign in without a password.</summary>
internal sealed class Passkey
{
    public const int LongestName = 50;

    private Passkey() { } // for EF Core

    /// <summary>The authenticator's own id of the key.</summary>
    public byte[] Id { get; private init; } = [];

    public Guid AccountId { get; private init; }

    public byte[] PublicKey { get; private init; } = [];

    /// <summary>How often the authenticator has used the key, where it counts: a copy of the key gives itself away by it.</summary>
    public long SignCount { get; private set; }

    public string[] Transports { get; private init; } = [];

    /// <summary>Whether the key may be copied to the person's other devices, and then whether it has been.</summary>
    public bool IsBackupEligible { get; private init; }

    public bool IsBackedUp { get; private set; }

    /// <summary>What the person calls it, sealed.</summary>
    public Sealed Name { get; private set; } = null!;

    public DateTimeOffset AddedAt { get; private init; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public static Passkey Add(Guid account, UserPasskeyInfo key, Sealed name, DateTimeOffset now) => new()
    {
        Id = key.CredentialId,
        AccountId = account,
        PublicKey = key.PublicKey,
        SignCount = key.SignCount,
        Transports = key.Transports ?? [],
        IsBackupEligible = key.IsBackupEligible,
        IsBackedUp = key.IsBackedUp,
        Name = name,
        AddedAt = now,
    };

    public void Rename(Sealed name) => Name = name;

    public void Used(UserPasskeyInfo key, DateTimeOffset now) => (SignCount, IsBackedUp, LastUsedAt) = (key.SignCount, key.IsBackedUp, now);

    /// <summary>As ASP.NET Core Identity wants to see it. What the authenticator said when the key was made is not kept.</summary>
    public UserPasskeyInfo ToInfo() =>
        new(Id, PublicKey, AddedAt, (uint)SignCount, Transports, isUserVerified: true, IsBackupEligible, IsBackedUp, attestationObject: [], clientDataJson: []);
}
