using Journease.Sealing;

namespace Journease.Identity.SignInLinks;

/// <summary>Somebody asked for a link to sign in with. One is written down also where there is no such account, so that both look the same.</summary>
internal sealed class SignInLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private SignInLink() { } // for EF Core

    public Guid Id { get; private init; }

    /// <summary>Whom it signs in; null where the address has no account.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>Hash of the secret in the link.</summary>
    public byte[] LinkHash { get; private init; } = [];

    /// <summary>On what kind of device it was asked for, sealed; shown to whoever opens the link.</summary>
    public Sealed AskedOn { get; private init; } = null!;

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static SignInLink Ask(Guid id, Guid? account, string token, Sealed askedOn, DateTimeOffset now) => new()
    {
        Id = id,
        AccountId = account,
        LinkHash = LinkToken.HashOf(token),
        AskedOn = askedOn,
        AskedAt = now,
        ExpiresAt = now + Lifetime,
    };

    public bool IsOpen(DateTimeOffset now) => AccountId is not null && UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset now) => UsedAt = now;
}
