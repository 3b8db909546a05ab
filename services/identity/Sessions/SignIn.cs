using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Sessions;

/// <summary>A person signs in with e-mail address and password.</summary>
internal static class SignIn
{
    // One sentence for a wrong password, an unknown address and too many tries: none of them tells whether there is an account.
    private const string Refused = "This e-mail address and password do not belong together, or there were too many tries. Check both, or wait a minute and try again.";
    private const string PageTooOld = "This page was open for a long time. Please try once more.";

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.SignIn, Show).WithName("ShowSignIn").WithSummary("The page to sign in").AllowAnonymous();
        app.MapPost(Addresses.SignIn, HandleAsync).WithName(nameof(SignIn)).WithSummary("Sign in with e-mail address and password").AllowAnonymous();
    }

    private static RazorComponentResult<SignInPage> Show(HttpContext http, IAntiforgery antiforgery) =>
        Page(http, antiforgery, http.Request.Query["returnUrl"], email: null, sentence: null);

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, UserManager<Credential> credentials, AccountDetails accounts, SignInStep next,
        AbsentCredential absent, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var (email, password, returnUrl) = (form["email"].ToString().Trim(), form["password"].ToString(), form["returnUrl"].ToString());
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Page(http, antiforgery, returnUrl, email, PageTooOld);
        }

        if (await CheckAsync(email, password, credentials, accounts, absent, ct) is not { } credential)
        {
            return Page(http, antiforgery, returnUrl, email, Refused);
        }

        return await next.AfterFirstFactorAsync(http, credential, FirstFactor.Password, returnUrl, ct);
    }

    private static async Task<Credential?> CheckAsync(
        string email, string password, UserManager<Credential> credentials, AccountDetails accounts, AbsentCredential absent, CancellationToken ct)
    {
        var credential = await accounts.FindAsync(email, ct);
        if (credential is null || await credentials.IsLockedOutAsync(credential))
        {
            absent.Check(password);
            return null;
        }
        if (!await credentials.CheckPasswordAsync(credential, password))
        {
            await credentials.AccessFailedAsync(credential);
            return null;
        }

        await credentials.ResetAccessFailedCountAsync(credential);
        return credential;
    }

    private static RazorComponentResult<SignInPage> Page(
        HttpContext http, IAntiforgery antiforgery, string? returnUrl, string? email, string? sentence) =>
        http.Page<SignInPage>(
            new { Token = antiforgery.GetAndStoreTokens(http), ReturnUrl = ReturnAddress.Of(returnUrl), Email = email, Sentence = sentence },
            sentence is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
