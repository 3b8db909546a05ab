using Journease.Identity.Pages;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Server.AspNetCore;

namespace Journease.Identity.OpenIdConnect;

/// <summary>A client wants the person signed out; unless it proves that it means this person, the person is asked first.</summary>
internal static class EndSession
{
    public static void MapEndSession(this IEndpointRouteBuilder app) =>
        app.MapMethods(Addresses.EndSession, [HttpMethods.Get, HttpMethods.Post], HandleAsync)
            .WithName(nameof(EndSession))
            .WithSummary("Sign a person out (OpenID Connect)")
            .DisableValidation() // as with Authorize
            .AllowAnonymous()
            .AboutNamed();

    private static async Task<IResult> HandleAsync(HttpContext http, IAntiforgery antiforgery, OpenSessions sessions, AuditTrail audit, CancellationToken ct)
    {
        if (http.GetOpenIddictServerResponse() is { Error: { } error })
        {
            return ErrorPage.Because(error);
        }

        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var confirmed = HttpMethods.IsPost(http.Request.Method) && await antiforgery.IsRequestValidAsync(http);
        if (session.Succeeded && !confirmed && !await IsMeantAsync(http, session))
        {
            return Ask(http, antiforgery);
        }

        audit.SigningOut(session.Principal);
        await sessions.EndHereAsync(http, ct);
        return Results.SignOut(new() { RedirectUri = Addresses.SignedOut }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    // Only a client that got this person's id token can send it back as a hint; a stranger's link cannot.
    private static async Task<bool> IsMeantAsync(HttpContext http, AuthenticateResult session)
    {
        var hint = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        return hint.Principal?.FindFirst("sub")?.Value is { } subject && subject == session.Principal!.FindFirst("sub")?.Value;
    }

    private static RazorComponentResult<SignOutPage> Ask(HttpContext http, IAntiforgery antiforgery)
    {
        var request = http.GetOpenIddictServerRequest()!;
        return http.Page<SignOutPage>(new
        {
            Token = antiforgery.GetAndStoreTokens(http),
            Action = Addresses.EndSession,
            Fields = request.GetParameters().Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value)).ToList(),
        });
    }
}
