using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Journease.Sealing.DataKeys;

/// <summary>Wraps data keys anew after the master key has changed. What they sealed stays as it is.</summary>
public sealed class KeyRewrap(DbContext db, MasterKeys masters, KeyWrap wrap)
{
    private const int Bite = 500;

    /// <summary>Goes on until no key is wrapped with another master key than the current one.</summary>
    /// <returns>How many were wrapped anew.</returns>
    /// <exception cref="KeyUnavailableException">A master key that is still needed is not configured.</exception>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var count = 0;
        while (await db.Database.SqlQuery<KeyTable.Row>(
            $"SELECT id, owner, purpose, wrapped, master_key, retired_at IS NULL AS is_current FROM keys.data_key WHERE master_key <> {masters.Current} AND wrapped IS NOT NULL LIMIT {Bite}").ToListAsync(ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                await RewrapAsync(row, ct);
            }
            count += rows.Count;
        }
        return count;
    }

    private async Task RewrapAsync(KeyTable.Row row, CancellationToken ct)
    {
        var purpose = Enum.Parse<KeyPurpose>(row.Purpose);
        var key = wrap.Unwrap(row.Owner, purpose, row.MasterKey, row.Wrapped);
        // Not where it was destroyed in the meantime: that must stay so.
        await db.Database.ExecuteSqlAsync(
            $"UPDATE keys.data_key SET wrapped = {wrap.Wrap(row.Id, row.Owner, purpose, key)}, master_key = {masters.Current} WHERE id = {row.Id} AND wrapped IS NOT NULL", ct);
        CryptographicOperations.ZeroMemory(key);
    }
}
