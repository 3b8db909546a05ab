using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Journease.Identity.Staff;
using Journease.Identity.Throttling;
using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Sessions;

/// <summary>A person signs in with e-mail address and password.</summary>
internal static class SignIn
{
    // One sentence for a wrong password and an unknown address: neither tells whether there is an account.
    private const string Refused = "This e-mail address and password do not belong together. Check both and try again.";
    private const string PageTooOld = "This page was open for a long time. Please try once more.";

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.SignIn, (HttpContext http, SignInAnswer page) => page.ShowAsync(http, http.Request.Query["returnUrl"]))
            .WithName("ShowSignIn").WithSummary("The page to sign in").AllowAnonymous();
        app.MapPost(Addresses.SignIn, HandleAsync).WithName(nameof(SignIn)).WithSummary("Sign in with e-mail address and password").AllowAnonymous().AboutNamed();
    }

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, UserManager<Credential> credentials, AccountDetails accounts, AbsentCredential absent,
        Throttle throttle, Limits limits, SignInAnswer page, DisabledAnswer disabled, SignInStep next, AuditTrail audit,
        CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var (email, password, returnUrl) = (form["email"].ToString().Trim(), form["password"].ToString(), form["returnUrl"].ToString());
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return await page.AgainAsync(http, returnUrl, email, PageTooOld);
        }
        var tries = limits.SigningIn(http, email);
        if (await throttle.TryAsync(tries, ct) is { } wait)
        {
            return TooManyTries.Page(http, wait, Addresses.SignIn);
        }
        if (await CheckAsync(email, password, credentials, accounts, absent, audit, ct) is not { } credential)
        {
            return await page.AgainAsync(http, returnUrl, email, Refused);
        }

        await throttle.ForgiveAsync(tries, ct);
        return await disabled.ForAsync(http, credential, ct) ?? await next.AfterFirstFactorAsync(http, credential, FirstFactor.Password, returnUrl, ct);
    }

    private static async Task<Credential?> CheckAsync(
        string email, string password, UserManager<Credential> credentials, AccountDetails accounts, AbsentCredential absent, AuditTrail audit,
        CancellationToken ct)
    {
        var credential = await accounts.FindAsync(email, ct);
        audit.AboutOneOrNobody(credential?.Id); // a wrong password too: the person may want to know of it
        if (credential?.PasswordHash is null)
        {
            absent.Check(password);
            return null;
        }
        return await credentials.CheckPasswordAsync(credential, password) ? credential : null;
    }
}
