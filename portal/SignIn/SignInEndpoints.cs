using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Journease.Portal.SignIn;

/// <summary>Sends people to identity to sign in, and ends their session here and there when they sign out.</summary>
internal static partial class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet(SignInPaths.SignIn, SignInAsync).WithName("SignIn");
        // Accounts are identity's: the page to create one is there.
        app.MapGet(SignInPaths.CreateAccount, (PortalSignInSettings settings) => Results.Redirect(settings.IssuerText + "/register")).WithName("CreateAccount");
        app.MapPost(SignInPaths.SignOutNow, SignOutAsync).WithName("SignOut");
    }

    private static async Task SignInAsync(HttpContext http, string? returnUrl, ILogger<SignInEvents> logger)
    {
        var back = SignInPaths.LocalOr(returnUrl);
        if (http.User.Identity?.IsAuthenticated == true)
        {
            http.Response.Redirect(back);
            return;
        }

        try
        {
            await http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = back });
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Identity cannot be reached: everything that needs no account still works, and the page says so.
            LogUnreachable(logger, e.GetType().Name);
            http.Response.Redirect(SignInPaths.Problem);
        }
    }

    private static async Task SignOutAsync(HttpContext http, IAntiforgery antiforgery, ILogger<SignInEvents> logger)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            // An old page, or another site: nobody is signed out by either; the page asks again.
            http.Response.Redirect(SignInPaths.SignOut);
            return;
        }

        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        try
        {
            await http.SignOutAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = "/signed-out" });
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogUnreachable(logger, e.GetType().Name);
            http.Response.Redirect("/signed-out");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Identity could not be reached: {Failure}")]
    private static partial void LogUnreachable(ILogger logger, string failure);
}
