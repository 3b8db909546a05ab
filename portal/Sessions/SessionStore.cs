using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Journease.Portal.Sessions;

/// <summary>Keeps sessions in the portal's database; the cookie carries only a key.</summary>
internal sealed class SessionStore(IServiceScopeFactory scopes, SessionSeal seal, TimeProvider clock) : ITicketStore
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private const string IdProperty = ".session";

    /// <summary>The session of the current request, or null when nobody is signed in.</summary>
    public static string? IdOf(AuthenticationProperties? properties) => properties?.GetString(IdProperty);

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = SessionSeal.NewKey();
        var id = SessionSeal.IdOf(key);
        var now = clock.GetUtcNow();
        var identitySession = ticket.Principal.FindFirst("sid")?.Value
            ?? throw new InvalidOperationException("Identity did not say through which of its sessions the person signed in.");
        var tokens = TakeTokens(ticket.Properties, now);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var session = Session.Start(id, identitySession, seal.Seal(id, ticket), seal.Seal(id, tokens), Idle, Longest, now);
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<EndedSessions>().EndIfOverAsync(session);
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var id = SessionSeal.IdOf(key);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.Sessions.FindAsync(id) is { } session)
        {
            session.Continue(seal.Seal(id, ticket), clock.GetUtcNow() + Idle);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                // Identity has ended it in this moment: the next request finds that.
            }
        }
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var id = SessionSeal.IdOf(key);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id);
        if (session is null || !session.IsOpen(clock.GetUtcNow()) || seal.OpenTicket(session) is not { } ticket)
        {
            return null;
        }
        ticket.Properties.SetString(IdProperty, id);
        return ticket;
    }

    public async Task RemoveAsync(string key)
    {
        var id = SessionSeal.IdOf(key);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Sessions.Where(session => session.Id == id).ExecuteDeleteAsync();
    }

    // Tokens are kept apart from the ticket: renewing a ticket that was read earlier must not bring back used-up tokens.
    private static SessionTokens TakeTokens(AuthenticationProperties properties, DateTimeOffset now)
    {
        var tokens = new SessionTokens(
            properties.GetTokenValue("access_token") ?? "",
            properties.GetTokenValue("refresh_token"),
            DateTimeOffset.TryParse(properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, out var at) ? at : now);
        // Identity asks for the id token when the person signs out.
        var idToken = properties.GetTokenValue("id_token");
        properties.StoreTokens(idToken is null ? [] : [new() { Name = "id_token", Value = idToken }]);
        return tokens;
    }
}
