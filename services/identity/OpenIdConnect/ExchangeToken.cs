using System.Security.Claims;
using Journease.Identity.Accounts;
using Journease.Identity.Sessions;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Journease.Identity.OpenIdConnect;

/// <summary>A client exchanges a code or a refresh token for tokens; a service gets a token of its own.</summary>
internal static class ExchangeToken
{
    public static void MapExchangeToken(this IEndpointRouteBuilder app) =>
        app.MapPost(Addresses.Token, HandleAsync)
            .WithName(nameof(ExchangeToken))
            .WithSummary("Exchange a code, a refresh token or client credentials for tokens (OAuth 2.0)")
            .AllowAnonymous();

    private static async Task<IResult> HandleAsync(HttpContext http, IdentityDbContext db, AccountDetails details, OpenSessions sessions, TimeProvider clock, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            var service = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role)
                .SetClaim(Claims.Subject, request.ClientId)
                .SetScopesAndAudiences(request.GetScopes());
            return SignIn(service);
        }

        // The person as they are now, not as they were when the first token was issued.
        var before = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        if (await SignedInPerson.FindAsync(before.Principal, db, details, ct) is not { Account.DisabledAt: null } person
            || !person.Session.IsGoodForClients(person.Account.Roles, clock.GetUtcNow())
            || !await sessions.UsedByAsync(person.Session.Id, request.ClientId!, ct))
        {
            return Results.Forbid(
                new(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity(before.Principal!.Claims, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role)
            .SetPerson(person)
            .SetScopesAndAudiences(before.Principal.GetScopes());
        return SignIn(identity);
    }

    private static IResult SignIn(ClaimsIdentity identity) => Results.SignIn(
        new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
}
