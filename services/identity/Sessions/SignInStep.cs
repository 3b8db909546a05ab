using Journease.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Sessions;

/// <summary>Decides what follows once a first factor was right: the one place where a session begins.</summary>
internal sealed class SignInStep(SignInManager<Credential> sessions, TimeProvider clock)
{
    public async Task<IResult> AfterFirstFactorAsync(HttpContext http, Credential credential, FirstFactor factor, string? returnUrl, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await sessions.SignInAsync(credential, SignInTime.Stamp(clock.GetUtcNow()), factor.ToString());
        return Results.LocalRedirect(ReturnAddress.Of(returnUrl) ?? Addresses.SignedIn);
    }
}
