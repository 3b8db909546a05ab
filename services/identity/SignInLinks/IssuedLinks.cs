using Journease.Identity.Accounts;
using Journease.Identity.Mail;
using Journease.Identity.Sessions;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.SignInLinks;

/// <summary>Writes links to sign in with, and finds them again.</summary>
internal sealed class IssuedLinks(
    IdentityDbContext db, Seals seals, AccountDetails accounts, LetterBox letters, LinkLetters words, TimeProvider clock)
{
    /// <summary>
    /// A letter to this address, within the caller's transaction: with a link, or saying that there is no account. Link and
    /// letter have an owner of their own in both cases, so that the same rows are written.
    /// </summary>
    public async Task AskAsync(string email, string userAgent, CancellationToken ct)
    {
        var (id, token, now) = (Guid.CreateVersion7(), LinkToken.New(), clock.GetUtcNow());
        var device = DeviceName.Of(userAgent);
        var credential = await accounts.FindAsync(email, ct);
        db.SignInLinks.Add(SignInLink.Ask(id, credential?.Id, token, await seals.SealAsync(id, KeyPurpose.Personal, AskedOnOf(id), device, ct), now));
        await letters.PutAsync(id, "sign-in-link", credential is null ? words.NoAccount(email) : words.SignIn(email, device, token), ct);
    }

    public Task<SignInLink?> FindAsync(string? token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        return db.SignInLinks.SingleOrDefaultAsync(link => link.LinkHash == hash, ct);
    }

    /// <summary>The same, locked until the end of the transaction.</summary>
    public async Task<SignInLink?> LockAsync(string? token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        var found = await db.SignInLinks.FromSql($"SELECT * FROM identity.sign_in_link WHERE link_hash = {hash} FOR UPDATE").ToListAsync(ct);
        return found.SingleOrDefault();
    }

    public async Task<string> DeviceOfAsync(SignInLink link, CancellationToken ct) =>
        await seals.OpenAsync(link.Id, KeyPurpose.Personal, AskedOnOf(link.Id), link.AskedOn, ct) ?? DeviceName.Unknown;

    private static SealedPlace AskedOnOf(Guid id) => new("sign_in_link", "asked_on", id);
}
