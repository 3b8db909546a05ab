using System.Security.Claims;
using Journease.Identity.Accounts;
using Journease.Identity.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.OpenIdConnect;

/// <summary>The account, credential and session that a cookie or token is about, as they stand now.</summary>
internal sealed record SignedInPerson(Account Account, Credential Credential, PersonalDetails Details, Session Session)
{
    /// <summary>Null when the principal is no person's, or when the account or the session is gone.</summary>
    public static async Task<SignedInPerson?> FindAsync(
        ClaimsPrincipal? principal, IdentityDbContext db, AccountDetails details, CancellationToken ct)
    {
        if (!Guid.TryParse(principal?.FindFirst("sub")?.Value, out var id) || OpenSessions.IdOf(principal) is not { } sessionId)
        {
            return null;
        }

        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, ct);
        var credential = await db.Credentials.AsNoTracking().SingleOrDefaultAsync(credential => credential.Id == id, ct);
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == sessionId && session.AccountId == id, ct);
        return account is not null && credential is not null && session is not null && await details.OpenAsync(account, ct) is { } opened
            ? new(account, credential, opened, session)
            : null;
    }
}
