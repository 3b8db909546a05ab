using System.Security.Claims;
using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Journease.Identity.OpenIdConnect;

/// <summary>A client asks who is there; a person who is not signed in is asked to, and then sent back with a code.</summary>
internal static class Authorize
{
    // Answered once by asking for the password; kept, they would ask again for ever.
    private static readonly string[] AnsweredBySigningIn = [Parameters.Prompt, Parameters.MaxAge];

    public static void MapAuthorize(this IEndpointRouteBuilder app) =>
        app.MapMethods(Addresses.Authorize, [HttpMethods.Get, HttpMethods.Post], HandleAsync)
            .WithName(nameof(Authorize))
            .WithSummary("Sign a person in for a client (OpenID Connect)")
            .DisableValidation() // which would answer refusals itself: their status is set before this page is asked for
            .AllowAnonymous();

    private static async Task<IResult> HandleAsync(HttpContext http, IdentityDbContext db, AccountDetails details, TimeProvider clock, CancellationToken ct)
    {
        if (http.GetOpenIddictServerResponse() is { Error: { } error })
        {
            return ErrorPage.Because(error);
        }

        var request = http.GetOpenIddictServerRequest()!;
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var person = await SignedInPerson.FindAsync(session.Principal, db, details, ct);
        if (person is null || MustAskAgain(request, person, clock))
        {
            return request.HasPromptValue(PromptValues.None)
                ? Refuse(Errors.LoginRequired)
                : Results.Challenge(new() { RedirectUri = WithoutAnswered(http.Request) }, [IdentityConstants.ApplicationScheme]);
        }

        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role)
            .SetPerson(person)
            .SetClaim(Claims.AuthenticationTime, person.Session.ProvedAt.ToUnixTimeSeconds())
            .SetScopesAndAudiences(request.GetScopes());
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static bool MustAskAgain(OpenIddictRequest request, SignedInPerson person, TimeProvider clock) =>
        request.HasPromptValue(PromptValues.Login)
        || (request.MaxAge is { } seconds && clock.GetUtcNow() - person.Session.ProvedAt > TimeSpan.FromSeconds(seconds));

    private static string WithoutAnswered(HttpRequest request)
    {
        var parameters = request.HasFormContentType ? request.Form : request.Query.AsEnumerable();
        return Addresses.Authorize + QueryString.Create(parameters.Where(parameter => !AnsweredBySigningIn.Contains(parameter.Key)));
    }

    private static IResult Refuse(string error) => Results.Forbid(
        new(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
