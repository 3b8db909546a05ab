using Journease.Sealing;

namespace Journease.Identity.Staff;

/// <summary>
/// Somebody is asked to work here, by a letter to their address. Only whoever can open that letter gets the account, and the
/// roles are those that the inviting administrator chose.
/// </summary>
internal sealed class StaffInvitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private StaffInvitation() { } // for EF Core

    /// <summary>The id that the account will have.</summary>
    public Guid Id { get; private init; }

    /// <summary>Hash of the secret in the link; a letter that is sent again makes the earlier one useless.</summary>
    public byte[] LinkHash { get; private set; } = [];

    /// <summary>Address and name, sealed; gone once the invitation is over.</summary>
    public Sealed? Content { get; private set; }

    /// <summary>Keeps one address from being invited twice; gone once the invitation is over.</summary>
    public byte[]? EmailIndex { get; private set; }

    public string[] Roles { get; private init; } = [];

    /// <summary>The administrator; null when it is the first one who registers.</summary>
    public Guid? InvitedBy { get; private init; }

    public DateTimeOffset InvitedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Accepted or withdrawn. One that is only too old can be sent again.</summary>
    public bool IsOver => AcceptedAt is not null || WithdrawnAt is not null;

    public static StaffInvitation Invite(
        Guid id, Sealed content, byte[] emailIndex, IReadOnlyList<string> roles, Guid? invitedBy, string token, DateTimeOffset now) => new()
        {
            Id = id,
            Content = content,
            EmailIndex = emailIndex,
            Roles = [.. roles],
            InvitedBy = invitedBy,
            InvitedAt = now,
            ExpiresAt = now + Lifetime,
            LinkHash = LinkToken.HashOf(token),
        };

    public bool IsOpen(DateTimeOffset now) => !IsOver && now < ExpiresAt;

    public void SendAgain(string token, DateTimeOffset now)
    {
        Require();
        (LinkHash, ExpiresAt) = (LinkToken.HashOf(token), now + Lifetime);
    }

    public void Accept(DateTimeOffset now)
    {
        Require();
        (AcceptedAt, Content, EmailIndex) = (now, null, null);
    }

    /// <summary>Withdrawing once more changes nothing.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is null)
        {
            Require();
            (WithdrawnAt, Content, EmailIndex) = (now, null, null);
        }
    }

    private void Require()
    {
        if (IsOver)
        {
            throw StaffProblems.InvitationOver.Broken("Look at the accounts, or invite the person anew.");
        }
    }
}
