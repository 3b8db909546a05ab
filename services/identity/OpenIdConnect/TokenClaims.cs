using System.Security.Claims;
using System.Text.Json;
using Journease.Identity.Clients;
using Journease.Identity.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Journease.Identity.OpenIdConnect;

/// <summary>What tokens say about a person, and to whom: services get the account id and roles, only the client gets name and e-mail.</summary>
internal static class TokenClaims
{
    public static ClaimsIdentity SetPerson(this ClaimsIdentity identity, SignedInPerson person)
    {
        identity.SetClaim(Claims.Subject, person.Account.Id.ToString())
            .SetClaim(Claims.Name, person.Details.Name)
            .SetClaim(Claims.Email, person.Details.Email)
            .SetClaim(Claims.EmailVerified, true) // an account has only an address that was confirmed
            .SetClaim(OpenSessions.IdClaim, person.Session.Id.ToString())
            .SetClaims(Claims.AuthenticationMethodReference, [.. person.Session.Means])
            .RemoveClaims(Claims.Role);
        // One claim with an array in it: clients read a list also where there is one role, or none.
        identity.AddClaim(new Claim(Claims.Role, JsonSerializer.Serialize(person.Roles), JsonClaimValueTypes.JsonArray));
        return identity;
    }

    /// <summary>Each service scope names one audience; with openid the token is also good for userinfo, which is here.</summary>
    public static ClaimsIdentity SetScopesAndAudiences(this ClaimsIdentity identity, IEnumerable<string> scopes)
    {
        var granted = scopes.ToList();
        var audiences = PlatformScopes.Services.Intersect(granted);
        return identity.SetScopes(granted)
            .SetResources(granted.Contains(Scopes.OpenId) ? audiences.Union([PlatformScopes.Identity]) : audiences)
            .SetDestinations(Destinations);
    }

    private static IEnumerable<string> Destinations(Claim claim)
    {
        var identity = claim.Subject!;
        return claim.Type switch
        {
            Claims.Name => identity.HasScope(Scopes.Profile) ? [OpenIddictConstants.Destinations.IdentityToken] : [],
            Claims.Email or Claims.EmailVerified => identity.HasScope(Scopes.Email) ? [OpenIddictConstants.Destinations.IdentityToken] : [],
            Claims.Role when identity.HasScope(Scopes.Roles) => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken],
            Claims.Role => [OpenIddictConstants.Destinations.AccessToken],
            Claims.AuthenticationTime or Claims.AuthenticationMethodReference => [OpenIddictConstants.Destinations.IdentityToken],
            Claims.Subject or OpenSessions.IdClaim => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken],
            _ => [],
        };
    }
}
