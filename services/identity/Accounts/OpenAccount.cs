using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Identity.Accounts;

/// <summary>Somebody gets an account, and a password to sign in with unless they will use a passkey.</summary>
internal sealed class OpenAccount(IdentityDbContext db, AccountDetails details, UserManager<Credential> credentials, TimeProvider clock)
{
    /// <summary>
    /// Account, credential and the announcement, within the caller's transaction. Null when somebody has this address, also when
    /// they got it at this very moment; the transaction can then only be rolled back.
    /// </summary>
    public async Task<Credential?> TryAsync(NewAccount person, string? password, CancellationToken ct)
    {
        db.Accounts.Add(Account.Open(person, await details.SealAsync(person.Id, person.Details, ct), clock.GetUtcNow()));
        var credential = new Credential(person.Id);
        try
        {
            var result = password is null ? await credentials.CreateAsync(credential) : await credentials.CreateAsync(credential, password);
            return result.Succeeded
                ? credential
                : throw new InvalidOperationException("The account was not opened: " + string.Join(", ", result.Errors.Select(error => error.Code)));
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return null;
        }
    }

    /// <summary>The same in a transaction of its own, for those whose address is certainly free.</summary>
    public Task NowAsync(NewAccount person, string? password, CancellationToken ct) => db.InOneTransactionAsync(async (transaction, token) =>
    {
        if (await TryAsync(person, password, token) is null)
        {
            throw new InvalidOperationException("The account was not opened: somebody has this address.");
        }
        await transaction.CommitAsync(token);
        return true;
    }, ct);
}
