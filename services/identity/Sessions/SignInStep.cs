using Journease.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Sessions;

/// <summary>Decides what follows once a first factor was right: the one place where a session begins.</summary>
internal sealed class SignInStep(SignInManager<Credential> sessions, IdentityDbContext db, TimeProvider clock)
{
    public async Task<IResult> AfterFirstFactorAsync(HttpContext http, Credential credential, FirstFactor factor, string? returnUrl, CancellationToken ct)
    {
        await sessions.SignInAsync(credential, SignInTime.Stamp(clock.GetUtcNow()), factor.ToString());
        var goOn = ReturnAddress.Of(returnUrl);
        // Whoever wanted to leave, and comes back, is asked whether to stay.
        return await db.Accounts.AnyAsync(account => account.Id == credential.Id && account.ClosesAt != null, ct)
            ? Results.LocalRedirect(Addresses.Closing + QueryString.Create("returnUrl", goOn ?? ""))
            : Results.LocalRedirect(goOn ?? Addresses.SignedIn);
    }
}
