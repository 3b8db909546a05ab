using Journease.Identity.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Sessions;

/// <summary>Decides what follows once a factor was right: the one place where a session begins.</summary>
internal sealed class SignInStep(OpenSessions sessions, IdentityDbContext db)
{
    public Task<IResult> AfterFirstFactorAsync(HttpContext http, Credential credential, FirstFactor factor, string? returnUrl, CancellationToken ct) =>
        BeginAsync(http, credential, SignInMeans.Of(factor), returnUrl, ct);

    /// <summary>A passkey is two factors in one, and nothing more is asked for.</summary>
    public Task<IResult> AfterPasskeyAsync(HttpContext http, Credential credential, string? returnUrl, CancellationToken ct) =>
        BeginAsync(http, credential, SignInMeans.Passkey, returnUrl, ct);

    private async Task<IResult> BeginAsync(
        HttpContext http, Credential credential, IReadOnlyList<string> means, string? returnUrl, CancellationToken ct)
    {
        await sessions.BeginAsync(http, credential, means, ct);
        var goOn = ReturnAddress.Of(returnUrl);
        // Whoever wanted to leave, and comes back, is asked whether to stay.
        return await db.Accounts.AnyAsync(account => account.Id == credential.Id && account.ClosesAt != null, ct)
            ? Results.LocalRedirect(Addresses.Closing + QueryString.Create("returnUrl", goOn ?? ""))
            : Results.LocalRedirect(goOn ?? Addresses.SignedIn);
    }
}
