using System.Security.Claims;
using Journease.Identity.Accounts;
using Journease.Identity.BackChannelLogout;
using Journease.Identity.Notices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Journease.Identity.Sessions;

/// <summary>Begins, continues and ends sessions. The cookie only names one; whether it is still good stands in its row.</summary>
internal sealed class OpenSessions(
    IdentityDbContext db, IUserClaimsPrincipalFactory<Credential> claims, IOpenIddictTokenManager tokens,
    IOpenIddictAuthorizationManager authorizations, EndedSessions ended, NewDeviceNotices newDevices, TimeProvider clock)
{
    /// <summary>The claim that names the session, in the cookie and in tokens.</summary>
    public const string IdClaim = "sid";

    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Signing in once more in the same browser continues the session, and what clients got through it.</summary>
    public async Task<Session> BeginAsync(HttpContext http, Credential credential, IReadOnlyList<string> means, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var session = IdOf(before.Principal) is { } id
            ? await db.Sessions.SingleOrDefaultAsync(session => session.Id == id && session.AccountId == credential.Id, ct)
            : null;
        if (session is null)
        {
            session = Session.Begin(credential.Id, DeviceName.Of(http.Request.Headers.UserAgent.ToString()), means, now);
            db.Sessions.Add(session);
        }
        else
        {
            session.ProveAgain(means, now);
        }
        await newDevices.NoteAsync(http, session, ct);
        await db.SaveChangesAsync(ct);
        await GiveCookieAsync(http, credential, session.Id);
        return session;
    }

    /// <summary>Whether the cookie still names a session that is good; notes that it was used.</summary>
    public async Task<bool> ContinueAsync(ClaimsPrincipal principal, string? stamp, CancellationToken ct)
    {
        var id = IdOf(principal);
        var found = await (
            from session in db.Sessions.AsNoTracking()
            join credential in db.Credentials on session.AccountId equals credential.Id
            join account in db.Accounts on session.AccountId equals account.Id
            where session.Id == id && account.DisabledAt == null
            select new { Session = session, credential.SecurityStamp, account.Roles }).SingleOrDefaultAsync(ct);
        var now = clock.GetUtcNow();
        if (found is null || found.SecurityStamp != stamp || !found.Session.IsGoodHere(found.Roles, now))
        {
            return false;
        }
        if (now - found.Session.LastUsedAt > NotedEvery)
        {
            await db.Sessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastUsedAt, now), ct);
        }
        return true;
    }

    /// <summary>A client gets tokens through this session. False when it has just ended: then it must not.</summary>
    public async Task<bool> UsedByAsync(Guid id, string client, CancellationToken ct) => await db.Database.ExecuteSqlAsync($"""
        UPDATE identity.session SET
          last_used_at = {clock.GetUtcNow()},
          clients = CASE WHEN {client} = ANY (clients) THEN clients ELSE array_append(clients, {client}) END
        WHERE id = {id}
        """, ct) > 0;

    /// <summary>The person has shown more while signed in; saved with the act.</summary>
    public async Task StrengthenAsync(Guid id, IReadOnlyList<string> means, CancellationToken ct) =>
        (await db.Sessions.SingleAsync(session => session.Id == id, ct)).Strengthen(means);

    /// <summary>Ends the session of this browser.</summary>
    public async Task EndHereAsync(HttpContext http, CancellationToken ct)
    {
        var here = (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal;
        if (IdOf(here) is { } id && Guid.TryParse(here?.FindFirst("sub")?.Value, out var account))
        {
            await ended.EndOneAsync(account, id, ct);
        }
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>The password has changed, and with it the stamp that cookies carry: the browser in which that was done stays signed in.</summary>
    public Task StayHereAsync(HttpContext http, Credential credential, Guid id) => GiveCookieAsync(http, credential, id);

    /// <summary>A way in has changed or is gone: only the session in which that was done goes on. Within the caller's transaction.</summary>
    public Task EndOthersAsync(Guid account, Guid id, CancellationToken ct) => ended.EndOthersAsync(account, id, ct);

    /// <summary>Ends one session of an account; clients cannot refresh what they got through it, and those that listen are told.</summary>
    public Task EndAsync(Guid account, Guid id, CancellationToken ct) => ended.EndOneAsync(account, id, ct);

    /// <summary>
    /// Ends all of them, within the caller's transaction: cookies, refresh tokens, and by the announcement also the access
    /// tokens that are out there.
    /// </summary>
    public async Task EndAllAsync(Guid accountId, CancellationToken ct)
    {
        await RevokeAllAsync(accountId, ct);
        var account = await db.Accounts.SingleAsync(account => account.Id == accountId, ct);
        account.ChangeAccess(clock.GetUtcNow());
    }

    /// <summary>The same for whoever announces it in other words.</summary>
    public async Task RevokeAllAsync(Guid accountId, CancellationToken ct)
    {
        await ended.EndAllAsync(accountId, ct);
        await tokens.RevokeBySubjectAsync(accountId.ToString(), ct);
        await authorizations.RevokeBySubjectAsync(accountId.ToString(), ct);
    }

    /// <summary>Deletes the sessions that nobody could go on with.</summary>
    public Task ForgetAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Session.LongestOfAll;
        return db.Sessions.Where(session => session.ProvedAt < before).ExecuteDeleteAsync(ct);
    }

    private async Task GiveCookieAsync(HttpContext http, Credential credential, Guid session)
    {
        var principal = await claims.CreateAsync(credential);
        principal.Identities.First().AddClaim(new Claim(IdClaim, session.ToString()));
        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal);
    }

    public static Guid? IdOf(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirst(IdClaim)?.Value, out var id) ? id : null;
}
