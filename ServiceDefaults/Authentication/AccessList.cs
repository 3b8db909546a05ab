using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>
/// The accounts whose access has changed of late: tokens issued before are refused although their time is not over. Held in
/// memory, because every request asks; a service with messages keeps it up to date.
/// </summary>
public sealed class AccessList
{
    private volatile IReadOnlyDictionary<Guid, DateTimeOffset> notBefore = new Dictionary<Guid, DateTimeOffset>();

    /// <summary>Replaces the whole list.</summary>
    /// <param name="current">For each account, the time until which tokens are refused.</param>
    public void Replace(IReadOnlyDictionary<Guid, DateTimeOffset> current) => notBefore = current;

    /// <summary>Whether a token of this account, issued at this time, is no longer good.</summary>
    public bool Refuses(Guid account, DateTimeOffset issuedAt) =>
        notBefore.TryGetValue(account, out var until) && issuedAt <= until;

    internal Task CheckAsync(TokenValidatedContext context)
    {
        if (context.SecurityToken is JsonWebToken token
            && Guid.TryParse(context.Principal?.FindFirstValue("sub"), out var account)
            && Refuses(account, new DateTimeOffset(token.IssuedAt, TimeSpan.Zero)))
        {
            context.Fail("The access of this account has changed since the token was issued.");
        }
        return Task.CompletedTask;
    }
}
