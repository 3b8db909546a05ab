using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Registration;

/// <summary>Writes down and reads what people said who asked for an account.</summary>
internal sealed class RequestedAccounts(IdentityDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("requested-account");

    /// <summary>Returns the secret of the link.</summary>
    public Task<string> AskAsync(Guid id, Particulars particulars, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var token = LinkToken.New();
        db.RequestedAccounts.Add(RequestedAccount.Ask(id, protector.Protect(JsonSerializer.SerializeToUtf8Bytes(particulars)), token, clock.GetUtcNow()));
        return Task.FromResult(token);
    }

    /// <summary>What the link is about, or was; null when there was never such a link, or long ago.</summary>
    public Task<RequestedAccount?> FindAsync(string? token, CancellationToken ct) =>
        db.RequestedAccounts.SingleOrDefaultAsync(requested => requested.LinkHash == LinkToken.HashOf(token), ct);

    /// <summary>The same, locked until the end of the transaction: of two clicks at once the second waits and finds it done.</summary>
    public async Task<RequestedAccount?> LockAsync(string? token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        var found = await db.RequestedAccounts.FromSql($"SELECT * FROM identity.requested_account WHERE link_hash = {hash} FOR UPDATE").ToListAsync(ct);
        return found.SingleOrDefault();
    }

    public Task<Particulars> ReadAsync(RequestedAccount requested, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(JsonSerializer.Deserialize<Particulars>(protector.Unprotect(requested.Content!))!);
    }
}
