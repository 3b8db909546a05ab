using Journease.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Passkeys;

/// <summary>Lets ASP.NET Core Identity find passkeys in a table of our own, where their names are sealed.</summary>
internal sealed class CredentialStore(IdentityDbContext db) : UserOnlyStore<Credential, IdentityDbContext, Guid>(db)
{
    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Credential user, CancellationToken cancellationToken)
    {
        var passkeys = await Context.Passkeys.AsNoTracking().Where(passkey => passkey.AccountId == user.Id).ToListAsync(cancellationToken);
        return [.. passkeys.Select(passkey => passkey.ToInfo())];
    }

    public override Task<Credential?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Context.Credentials.SingleOrDefaultAsync(
            credential => Context.Passkeys.Any(passkey => passkey.Id == credentialId && passkey.AccountId == credential.Id), cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Credential user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var passkey = await Context.Passkeys.AsNoTracking()
            .SingleOrDefaultAsync(passkey => passkey.Id == credentialId && passkey.AccountId == user.Id, cancellationToken);
        return passkey?.ToInfo();
    }

    public override Task AddOrUpdatePasskeyAsync(Credential user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A passkey is added and used by the acts, which know its name.");

    public override Task RemovePasskeyAsync(Credential user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A passkey is removed by its act, which keeps the last way in.");
}
