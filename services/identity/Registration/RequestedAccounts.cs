using System.Text.Json;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Registration;

/// <summary>Writes down and reads what people said who asked for an account.</summary>
internal sealed class RequestedAccounts(IdentityDbContext db, Seals seals, TimeProvider clock)
{
    /// <summary>Returns the secret of the link.</summary>
    public async Task<string> AskAsync(Guid id, Particulars particulars, CancellationToken ct)
    {
        var token = LinkToken.New();
        var content = await seals.SealAsync(id, KeyPurpose.Personal, PlaceOf(id), JsonSerializer.Serialize(particulars), ct);
        db.RequestedAccounts.Add(RequestedAccount.Ask(id, content, token, clock.GetUtcNow()));
        return token;
    }

    /// <summary>What the link is about, or was; null when there was never such a link, or long ago.</summary>
    public Task<RequestedAccount?> FindAsync(string? token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        return db.RequestedAccounts.SingleOrDefaultAsync(requested => requested.LinkHash == hash, ct);
    }

    /// <summary>The same, locked until the end of the transaction: of two clicks at once the second waits and finds it done.</summary>
    public async Task<RequestedAccount?> LockAsync(string? token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        var found = await db.RequestedAccounts.FromSql($"SELECT * FROM identity.requested_account WHERE link_hash = {hash} FOR UPDATE").ToListAsync(ct);
        return found.SingleOrDefault();
    }

    public async Task<Particulars> ReadAsync(RequestedAccount requested, CancellationToken ct) => JsonSerializer.Deserialize<Particulars>(
        await seals.OpenAsync(requested.Id, KeyPurpose.Personal, PlaceOf(requested.Id), requested.Content!, ct)
            ?? throw new InvalidOperationException("What was asked for is forgotten."))!;

    private static SealedPlace PlaceOf(Guid id) => new("requested_account", "content", id);
}
