using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Accounts;

/// <summary>Who has which e-mail address: the one place that looks it up.</summary>
internal sealed class AccountAddresses(UserManager<Credential> credentials)
{
    /// <summary>The credential of the account with this address; null when there is none.</summary>
    public Task<Credential?> FindAsync(string email, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return credentials.FindByEmailAsync(email);
    }
}
