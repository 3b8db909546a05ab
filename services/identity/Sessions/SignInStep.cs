using Journease.Identity.Accounts;
using Journease.Identity.SecondFactor;
using Journease.ServiceDefaults.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Sessions;

/// <summary>Decides what follows once a factor was right: the one place where a session begins.</summary>
internal sealed class SignInStep(OpenSessions sessions, AppCodes codes, PendingSignIn pending, IdentityDbContext db, AuditTrail audit, IHostEnvironment environment)
{
    /// <summary>Whoever uses an authenticator app is asked for its code, by whatever first factor they came.</summary>
    public async Task<IResult> AfterFirstFactorAsync(HttpContext http, Credential credential, FirstFactor factor, string? returnUrl, CancellationToken ct)
    {
        if (!await codes.IsOnAsync(credential.Id, ct))
        {
            return await BeginAsync(http, credential, SignInMeans.Of(factor), returnUrl, ct);
        }
        await pending.RememberAsync(http, credential, factor);
        return Results.LocalRedirect(Addresses.SecondFactor + QueryString.Create("returnUrl", ReturnAddress.Of(returnUrl) ?? ""));
    }

    public Task<IResult> AfterSecondFactorAsync(
        HttpContext http, Credential credential, FirstFactor first, IReadOnlyList<string> second, string? returnUrl, CancellationToken ct) =>
        BeginAsync(http, credential, [.. SignInMeans.Of(first), .. second], returnUrl, ct);

    /// <summary>A passkey is two factors in one, and nothing more is asked for.</summary>
    public Task<IResult> AfterPasskeyAsync(HttpContext http, Credential credential, string? returnUrl, CancellationToken ct) =>
        BeginAsync(http, credential, SignInMeans.Passkey, returnUrl, ct);

    private async Task<IResult> BeginAsync(
        HttpContext http, Credential credential, IReadOnlyList<string> means, string? returnUrl, CancellationToken ct)
    {
        // On a development machine the demonstration staff works with its one known password; nowhere else.
        if (environment.IsDevelopment() && DemonstrationAccounts.Includes(credential.Id))
        {
            means = [.. means, SignInMeans.Demonstration];
        }
        audit.AtPage(credential.Id);
        var session = await sessions.BeginAsync(http, credential, means, ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == credential.Id, ct);
        var goOn = ReturnAddress.Of(returnUrl);
        if (account.ClosesAt is not null)
        {
            // Whoever wanted to leave, and comes back, is asked whether to stay.
            return Results.LocalRedirect(Addresses.Closing + QueryString.Create("returnUrl", goOn ?? ""));
        }
        // Staff without their second factor would find every door closed; their account says what to do.
        return Results.LocalRedirect(StaffRoles.AnyIn(account.Roles) && !session.OpensStaffRoles ? Addresses.Account : goOn ?? Addresses.SignedIn);
    }
}
