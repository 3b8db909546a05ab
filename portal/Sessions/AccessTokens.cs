using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Journease.Portal.Sessions;

/// <summary>The token with which this request asks the gateway in the person's name. One per request.</summary>
internal sealed class AccessTokens(
    IHttpContextAccessor http, IServiceScopeFactory scopes, SessionSeal seal, TokenEndpoint endpoint, TimeProvider clock)
{
    private Task<string?>? current;

    /// <summary>A token that is good for now, or null when the person is not, or no longer, signed in.</summary>
    public Task<string?> CurrentAsync() => current ??= FindAsync(http.HttpContext?.RequestAborted ?? CancellationToken.None);

    private async Task<string?> FindAsync(CancellationToken ct)
    {
        var signedIn = http.HttpContext?.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;
        if (SessionStore.IdOf(signedIn?.Properties) is not { } id)
        {
            return null;
        }

        // A context of its own: the parts of a page ask at the same time.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, ct);
        if (session is null || seal.OpenTokens(session) is not { } tokens)
        {
            return null;
        }
        return tokens.AreFresh(clock.GetUtcNow()) ? tokens.AccessToken : await RefreshAsync(db, id, ct);
    }

    // Under the row's lock: a refresh token is good once, and whoever sends it twice is signed out by identity.
    private Task<string?> RefreshAsync(PortalDbContext db, string id, CancellationToken ct) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            var rows = await db.Sessions.FromSql($"SELECT * FROM portal.session WHERE id = {id} FOR UPDATE").ToListAsync(token);
            if (rows is not [var session] || seal.OpenTokens(session) is not { } tokens)
            {
                return null;
            }
            if (tokens.AreFresh(clock.GetUtcNow()))
            {
                return tokens.AccessToken; // somebody else was here first
            }

            var fresh = tokens.RefreshToken is { } refreshToken ? await endpoint.RefreshAsync(refreshToken, token) : null;
            if (fresh is null)
            {
                db.Sessions.Remove(session);
            }
            else
            {
                session.Take(seal.Seal(id, fresh));
            }
            // The old refresh token is used up by now: the new one is kept even if the person has gone away.
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            return fresh?.AccessToken;
        }, ct);
}
