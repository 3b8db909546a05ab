using Journease.Identity.Accounts;
using Journease.Identity.Mail;
using Journease.Identity.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Journease.Identity.Closing;

/// <summary>What the page and the API share: asking for an account to be closed, and thinking better of it, with the letter about it.</summary>
internal sealed class AccountClosing(
    IdentityDbContext db, AccountDetails details, Administrators administrators, LetterBox letters, ClosingLetters words,
    IOptions<ClosingOptions> options, TimeProvider clock)
{
    /// <summary>The account, locked until the end of the transaction; null when it is not there or closed.</summary>
    public async Task<Account?> LockAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Accounts.FromSql($"SELECT * FROM identity.account WHERE id = {id} AND closed_at IS NULL FOR UPDATE").ToListAsync(ct);
        return found.SingleOrDefault();
    }

    /// <summary>Within the caller's transaction. Asking again changes nothing; the last administrator is refused.</summary>
    public async Task AskAsync(Account account, CancellationToken ct)
    {
        if (account.IsEnabledAdministrator && account.ClosesAt is null)
        {
            Administrators.RequireAnotherThan(account.Id, await administrators.LockAsync(ct));
        }
        if (account.AskToClose(clock.GetUtcNow(), options.Value.CoolingOff) && await details.OpenAsync(account, ct) is { } person)
        {
            await letters.PutAsync(account.Id, "account-closing", words.Asked(person.Email, account.ClosesAt!.Value, account.TimeZone), ct);
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Within the caller's transaction. Keeping an account that nobody wants to close changes nothing.</summary>
    public async Task KeepAsync(Account account, CancellationToken ct)
    {
        if (account.KeepOpen() && await details.OpenAsync(account, ct) is { } person)
        {
            await letters.PutAsync(account.Id, "account-kept", ClosingLetters.Kept(person.Email), ct);
        }
        await db.SaveChangesAsync(ct);
    }
}
