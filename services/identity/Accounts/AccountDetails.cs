using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Accounts;

/// <summary>
/// The e-mail address and the name of an account: sealed with the person's own key, and found by the blind index of the
/// address. The one place that seals, opens and looks up.
/// </summary>
internal sealed class AccountDetails(IdentityDbContext db, Seals seals, BlindIndex index)
{
    public async Task<SealedDetails> SealAsync(Guid account, PersonalDetails details, CancellationToken ct) => new(
        await seals.SealAsync(account, KeyPurpose.Personal, EmailOf(account), details.Email, ct),
        index.OfEmail(details.Email),
        await seals.SealAsync(account, KeyPurpose.Personal, NameOf(account), details.Name, ct));

    /// <summary>Null when the account is closed: nobody can read them any more.</summary>
    public async Task<PersonalDetails?> OpenAsync(Account account, CancellationToken ct) =>
        account is { Email: { } email, Name: { } name }
        && await seals.OpenAsync(account.Id, KeyPurpose.Personal, EmailOf(account.Id), email, ct) is { } address
        && await seals.OpenAsync(account.Id, KeyPurpose.Personal, NameOf(account.Id), name, ct) is { } called
            ? new(address, called)
            : null;

    /// <summary>What the account with this address signs in with; null when there is no such account.</summary>
    public Task<Credential?> FindAsync(string email, CancellationToken ct)
    {
        var wanted = index.OfEmail(email);
        return db.Credentials.SingleOrDefaultAsync(
            credential => db.Accounts.Any(account => account.Id == credential.Id && account.EmailIndex == wanted), ct);
    }

    private static SealedPlace EmailOf(Guid account) => new("account", "email", account);

    private static SealedPlace NameOf(Guid account) => new("account", "name", account);
}

/// <summary>What of a person's details lies in the account's row.</summary>
internal sealed record SealedDetails(Sealed Email, byte[] EmailIndex, Sealed Name);
