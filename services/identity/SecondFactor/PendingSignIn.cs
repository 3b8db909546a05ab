using System.Security.Claims;
using Journease.Identity.Accounts;
using Journease.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Journease.Identity.SecondFactor;

/// <summary>
/// Remembers in a cookie of a few minutes that a person has shown their first factor and owes the second. It opens nothing.
/// </summary>
internal sealed class PendingSignIn(UserManager<Credential> credentials, IUserClaimsPrincipalFactory<Credential> claims, IOptions<IdentityOptions> options)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private const string FactorClaim = "first-factor";

    public async Task RememberAsync(HttpContext http, Credential credential, FirstFactor factor)
    {
        var principal = await claims.CreateAsync(credential);
        principal.Identities.First().AddClaim(new Claim(FactorClaim, factor.ToString()));
        await http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, principal);
    }

    /// <summary>Null when it is too long ago, or when the person's credential has changed meanwhile.</summary>
    public async Task<Pending?> FindAsync(HttpContext http)
    {
        var cookie = await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return cookie.Principal?.FindFirst("sub")?.Value is { } id
            && await credentials.FindByIdAsync(id) is { } credential
            && credential.SecurityStamp == cookie.Principal.FindFirst(options.Value.ClaimsIdentity.SecurityStampClaimType)?.Value
            && Enum.TryParse<FirstFactor>(cookie.Principal.FindFirst(FactorClaim)?.Value, out var factor)
                ? new(credential, factor)
                : null;
    }

    public static Task ForgetAsync(HttpContext http) => http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);

    internal sealed record Pending(Credential Credential, FirstFactor Factor);
}
