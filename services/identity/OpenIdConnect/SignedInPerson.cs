using System.Security.Claims;
using Journease.Identity.Accounts;
using Journease.Identity.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.OpenIdConnect;

/// <summary>The account, credential and session that a cookie or token is about, as they stand now.</summary>
/// <param name="HasStrongFactor">Whether the account has a passkey or an authenticator app.</param>
internal sealed record SignedInPerson(Account Account, Credential Credential, PersonalDetails Details, Session Session, bool HasStrongFactor)
{
    /// <summary>The roles that this sign-in opens: those of staff only where a password was not all that was shown.</summary>
    public IReadOnlyList<string> Roles => Session.OpensStaffRoles ? Account.Roles : [.. Account.Roles.Except(StaffRoles.All)];

    /// <summary>Whether the person would have more roles if they showed more.</summary>
    public bool LacksStaffRoles => Roles.Count < Account.Roles.Length;

    /// <summary>
    /// Whether the person may change how they sign in: they showed who they are just now, and staff with what they have. Whoever
    /// finds out the password of somebody on the staff could otherwise add a passkey of their own, and have the roles.
    /// </summary>
    public bool MayChangeWaysIn(DateTimeOffset now) =>
        Session.IsFresh(now) && !(StaffRoles.AnyIn(Account.Roles) && HasStrongFactor && !Session.MayReplaceFactors);

    /// <summary>Null when the principal is no person's, or when the account or the session is gone.</summary>
    public static async Task<SignedInPerson?> FindAsync(
        ClaimsPrincipal? principal, IdentityDbContext db, AccountDetails details, CancellationToken ct)
    {
        if (!Guid.TryParse(principal?.FindFirst("sub")?.Value, out var id) || OpenSessions.IdOf(principal) is not { } sessionId)
        {
            return null;
        }

        var found = await (
            from account in db.Accounts.AsNoTracking()
            join credential in db.Credentials on account.Id equals credential.Id
            join session in db.Sessions on account.Id equals session.AccountId
            where account.Id == id && session.Id == sessionId
            select new
            {
                Account = account,
                Credential = credential,
                Session = session,
                HasStrongFactor = db.Passkeys.Any(passkey => passkey.AccountId == id)
                    || db.AuthenticatorApps.Any(app => app.Id == id && app.ConfirmedAt != null),
            }).SingleOrDefaultAsync(ct);
        return found is not null && await details.OpenAsync(found.Account, ct) is { } opened
            ? new(found.Account, found.Credential, opened, found.Session, found.HasStrongFactor)
            : null;
    }
}
