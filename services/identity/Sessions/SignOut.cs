using Journease.Identity.Pages;
using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Sessions;

/// <summary>A person signs out here, without a client.</summary>
internal static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.SignOut, Show).WithName("ShowSignOut").WithSummary("The page to sign out").AllowAnonymous().WithoutPersonalData();
        app.MapPost(Addresses.SignOut, HandleAsync).WithName(nameof(SignOut)).WithSummary("Sign out").AllowAnonymous().AboutNamed();
        app.MapGet(Addresses.SignedOut, (HttpContext http) => http.Page<SignedOutPage>(new { }))
            .WithName("ShowSignedOut").WithSummary("The page that says that nobody is signed in").AllowAnonymous();
    }

    private static RazorComponentResult<SignOutPage> Show(HttpContext http, IAntiforgery antiforgery) =>
        http.Page<SignOutPage>(new { Token = antiforgery.GetAndStoreTokens(http), Action = Addresses.SignOut });

    private static async Task<IResult> HandleAsync(HttpContext http, IAntiforgery antiforgery, OpenSessions sessions, AuditTrail audit, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Show(http, antiforgery);
        }

        audit.SigningOut((await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal);
        await sessions.EndHereAsync(http, ct);
        return Results.LocalRedirect(Addresses.SignedOut);
    }
}
