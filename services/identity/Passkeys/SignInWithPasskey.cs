using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Journease.Identity.Sessions;
using Journease.Identity.Staff;
using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Identity.Passkeys;

/// <summary>A person signs in with a passkey: the device shows who they are, so neither address nor password is asked for.</summary>
internal static class SignInWithPasskey
{
    private const string Refused = "This passkey does not open an account here. Try another one, or sign in with your password.";
    private const string PageTooOld = "This page was open for a long time. Please try once more.";

    public static void MapSignInWithPasskey(this IEndpointRouteBuilder app) => app.MapPost(Addresses.SignInWithPasskey, HandleAsync)
        .WithName(nameof(SignInWithPasskey)).WithSummary("Sign in with a passkey").AllowAnonymous().AboutNamed();

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, PasskeyChallenges challenges, IPasskeyHandler<Credential> handler,
        IdentityDbContext db, SignInAnswer page, DisabledAnswer disabled, SignInStep next, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var returnUrl = form["returnUrl"].ToString();
        if (!await antiforgery.IsRequestValidAsync(http) || challenges.ReadSignIn(form["challenge"]) is not { } state)
        {
            return await page.AgainAsync(http, returnUrl, email: null, PageTooOld);
        }

        var shown = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = form["passkey"].ToString(), AssertionState = state });
        audit.AboutOneOrNobody(shown.User?.Id);
        if (!shown.Succeeded || !await TakeAsync(shown.Passkey, state, challenges, db, clock, ct))
        {
            return await page.AgainAsync(http, returnUrl, email: null, Refused);
        }
        return await disabled.ForAsync(http, shown.User, ct) ?? await next.AfterPasskeyAsync(http, shown.User, returnUrl, ct);
    }

    // An answer is good once, also where the authenticator does not count.
    private static async Task<bool> TakeAsync(
        UserPasskeyInfo shown, string state, PasskeyChallenges challenges, IdentityDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var passkey = await db.Passkeys.SingleAsync(passkey => passkey.Id == shown.CredentialId, ct);
        passkey.Used(shown, clock.GetUtcNow());
        challenges.Spend(state);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }
}
