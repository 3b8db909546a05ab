using System.Security.Cryptography;
using System.Text;
using Journease.Identity.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Passkeys;

/// <summary>
/// What a page asks a passkey to answer. Nothing is stored while somebody looks at a page: what the answer will be held
/// against goes with the page, protected, and only an answer that was right is remembered.
/// </summary>
internal sealed class PasskeyChallenges(
    IPasskeyHandler<Accounts.Credential> handler, IDataProtectionProvider protection, IdentityDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

    private const string ToSignIn = "passkey-sign-in";
    private const string ToAdd = "passkey-add:";

    /// <summary>For whoever has a passkey of ours: the authenticator knows which, so no address is asked for.</summary>
    public async Task<PasskeyChallenge> ToSignInAsync(HttpContext http)
    {
        var made = await handler.MakeRequestOptionsAsync(null, http);
        return new(made.RequestOptionsJson, Protect(ToSignIn, made.AssertionState));
    }

    public async Task<PasskeyChallenge> ToAddAsync(HttpContext http, SignedInPerson person)
    {
        var made = await handler.MakeCreationOptionsAsync(
            new() { Id = person.Account.Id.ToString(), Name = person.Details.Email, DisplayName = person.Details.Name }, http);
        return new(made.CreationOptionsJson, Protect(ToAdd + person.Account.Id, made.AttestationState));
    }

    /// <summary>Null when the page was open for too long, or the challenge is not ours.</summary>
    public string? ReadSignIn(string? challenge) => Read(ToSignIn, challenge);

    /// <summary>The same, for a passkey that this account adds.</summary>
    public string? ReadAdd(Guid account, string? challenge) => Read(ToAdd + account, challenge);

    /// <summary>Remembers the challenge with the next save, which fails when it was answered before.</summary>
    public void Spend(string state) =>
        db.SpentChallenges.Add(new() { Id = SHA256.HashData(Encoding.UTF8.GetBytes(state)), SpentAt = clock.GetUtcNow() });

    /// <summary>Deletes those that would be too old to be answered anyway.</summary>
    public Task ForgetAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - (2 * GoodFor);
        return db.SpentChallenges.Where(challenge => challenge.SpentAt < before).ExecuteDeleteAsync(ct);
    }

    private string Protect(string purpose, string? state) => Protector(purpose).Protect(state ?? "", GoodFor);

    private string? Read(string purpose, string? challenge)
    {
        try
        {
            return Protector(purpose).Unprotect(challenge ?? "");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector(purpose).ToTimeLimitedDataProtector();
}

/// <summary>What the script of a page gives to the browser, and what comes back to us with the answer.</summary>
internal sealed record PasskeyChallenge(string Options, string Protected);
