using Journease.Sealing;

namespace Journease.Identity.Registration;

/// <summary>
/// Somebody asked for an account and has still to show that the e-mail address is theirs. Until then there is no account: who
/// gives another person's address gets nothing with it.
/// </summary>
internal sealed class RequestedAccount
{
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(24);

    private RequestedAccount() { } // for EF Core

    /// <summary>The id that the account will have.</summary>
    public Guid Id { get; private init; }

    /// <summary>Hash of the secret in the link; a new link makes the earlier one useless.</summary>
    public byte[] LinkHash { get; private set; } = [];

    /// <summary>Address, name, zone and language, sealed; gone once the account is open.</summary>
    public Sealed? Content { get; private set; }

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public static RequestedAccount Ask(Guid id, Sealed content, string token, DateTimeOffset now) => new()
    {
        Id = id,
        Content = content,
        AskedAt = now,
        ExpiresAt = now + LinkLifetime,
        LinkHash = LinkToken.HashOf(token),
    };

    public bool IsOpen(DateTimeOffset now) => OpenedAt is null && now < ExpiresAt;

    public void Renew(string token, DateTimeOffset now) => (LinkHash, ExpiresAt) = (LinkToken.HashOf(token), now + LinkLifetime);

    /// <summary>Nothing of what was asked is needed here any more.</summary>
    public void Opened(DateTimeOffset now) => (OpenedAt, Content) = (now, null);
}
