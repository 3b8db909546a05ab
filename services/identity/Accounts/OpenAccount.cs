using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Accounts;

/// <summary>Somebody gets an account, with an e-mail address and a password to sign in with.</summary>
internal static class OpenAccount
{
    /// <summary>Account, credential and the announcement are one transaction: all of them, or none.</summary>
    public static async Task OpenAsync(
        Account account, string email, string password, IdentityDbContext db, UserManager<Credential> credentials)
    {
        db.Accounts.Add(account);
        var result = await credentials.CreateAsync(new Credential(account.Id, email) { EmailConfirmed = true }, password);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException("The account was not opened: " + string.Join(", ", result.Errors.Select(error => error.Code)));
        }
    }
}
