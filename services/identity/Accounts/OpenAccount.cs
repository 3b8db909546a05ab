using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Identity.Accounts;

/// <summary>Somebody gets an account, with an e-mail address and, unless they will use a passkey, a password to sign in with.</summary>
internal static class OpenAccount
{
    /// <summary>Account, credential and the announcement are one transaction: all of them, or none.</summary>
    public static async Task OpenAsync(
        Account account, string email, string? password, IdentityDbContext db, UserManager<Credential> credentials)
    {
        db.Accounts.Add(account);
        var result = await CreateAsync(new(account.Id, email) { EmailConfirmed = true }, password, credentials);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException("The account was not opened: " + string.Join(", ", result.Errors.Select(error => error.Code)));
        }
    }

    /// <summary>The same; null when somebody has this address, also when they got it at this very moment.</summary>
    public static async Task<Credential?> TryOpenAsync(
        Account account, string email, string? password, IdentityDbContext db, UserManager<Credential> credentials)
    {
        db.Accounts.Add(account);
        var credential = new Credential(account.Id, email) { EmailConfirmed = true };
        try
        {
            return (await CreateAsync(credential, password, credentials)).Succeeded ? credential : null;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return null;
        }
    }

    private static Task<IdentityResult> CreateAsync(Credential credential, string? password, UserManager<Credential> credentials) =>
        password is null ? credentials.CreateAsync(credential) : credentials.CreateAsync(credential, password);
}
