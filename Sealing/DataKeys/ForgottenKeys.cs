using Microsoft.EntityFrameworkCore;

namespace Journease.Sealing.DataKeys;

/// <summary>Destroys keys: the one way in which sealed values are forgotten everywhere at once, backups of the data included.</summary>
public sealed class ForgottenKeys(DbContext db)
{
    /// <summary>Destroys every key of this owner for this purpose, within the caller's transaction. Nothing can be sealed for them any more. Repeatable.</summary>
    /// <returns>How many keys there were.</returns>
    public async Task<int> DestroyAsync(Guid owner, KeyPurpose purpose, CancellationToken ct)
    {
        // Where there was no key yet, its grave: a late writer must not make one. It also waits for whoever makes one right now.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO keys.data_key (id, owner, purpose, master_key, destroyed_at) VALUES ({Guid.CreateVersion7()}, {owner}, {purpose.ToString()}, '', now())
            ON CONFLICT (owner, purpose) WHERE retired_at IS NULL DO NOTHING
            """, ct);
        return await db.Database.ExecuteSqlAsync(
            $"UPDATE keys.data_key SET wrapped = NULL, destroyed_at = now() WHERE owner = {owner} AND purpose = {purpose.ToString()} AND wrapped IS NOT NULL", ct);
    }

    /// <summary>Says until when keys must be kept; a later date than before wins.</summary>
    public async Task<int> KeepUntilAsync(Guid owner, KeyPurpose purpose, DateTimeOffset until, CancellationToken ct)
    {
        // Waits for whoever renews the key right now, so that the successor gets the date too.
        await db.Database.ExecuteSqlAsync($"SELECT FROM keys.data_key WHERE owner = {owner} AND purpose = {purpose.ToString()} FOR UPDATE", ct);
        return await db.Database.ExecuteSqlAsync(
            $"UPDATE keys.data_key SET retention_until = greatest(retention_until, {until.ToUniversalTime()}) WHERE owner = {owner} AND purpose = {purpose.ToString()}", ct);
    }

    /// <summary>Destroys the keys whose retention has ended; replicas share the work.</summary>
    /// <returns>How many.</returns>
    public Task<int> DestroyExpiredAsync(DateTimeOffset now, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE keys.data_key SET wrapped = NULL, destroyed_at = now() WHERE id = ANY(ARRAY(
          SELECT id FROM keys.data_key WHERE retention_until <= {now.ToUniversalTime()} AND wrapped IS NOT NULL LIMIT 500 FOR UPDATE SKIP LOCKED))
        """, ct);
}
