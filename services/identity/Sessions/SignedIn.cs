using Journease.Identity.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Sessions;

/// <summary>Where a person lands who signed in without coming from a client.</summary>
internal static class SignedIn
{
    public static void MapSignedIn(this IEndpointRouteBuilder app) =>
        app.MapGet(Addresses.SignedIn, HandleAsync).WithName(nameof(SignedIn)).WithSummary("The page that says who is signed in").AllowAnonymous();

    private static async Task<IResult> HandleAsync(HttpContext http, PortalAddress portal)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return session.Succeeded ? http.Page<SignedInPage>(new { GoOn = portal.SignIn }) : Results.LocalRedirect(Addresses.SignIn);
    }
}
