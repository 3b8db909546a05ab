using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Journease.Sealing.DataKeys;

/// <summary>
/// Gives owners a fresh key and seals with it again what the old one sealed. The service may go on running: what somebody
/// changes meanwhile stays as they changed it.
/// </summary>
public sealed class KeyRenewal(DbContext db, MasterKeys masters, KeyWrap wrap)
{
    /// <summary>A request that holds an old key is over long before; until then the old key stays.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private const int Bite = 200;

    /// <summary>Retires the keys of one owner, or all that were made before a time, each with its successor in one step.</summary>
    /// <returns>How many were retired.</returns>
    public async Task<int> RetireAsync(Guid? owner, DateTimeOffset madeBefore, CancellationToken ct)
    {
        var before = madeBefore.ToUniversalTime();
        var keys = await db.Database.SqlQuery<KeyTable.Row>(
            $"""
            SELECT id, owner, purpose, wrapped, master_key, retired_at IS NULL AS is_current FROM keys.data_key
            WHERE retired_at IS NULL AND wrapped IS NOT NULL AND created_at < {before} AND ({owner}::uuid IS NULL OR owner = {owner})
            """).ToListAsync(ct);
        var count = 0;
        foreach (var key in keys)
        {
            var next = KeyRing.NewRow(masters, wrap, key.Owner, Enum.Parse<KeyPurpose>(key.Purpose));
            // One statement: there is never an owner without a key, whose place a destroyed one would not hold.
            count += await db.Database.ExecuteSqlAsync(
                $"""
                WITH retired AS (
                  UPDATE keys.data_key SET retired_at = now() WHERE id = {key.Id} AND retired_at IS NULL AND wrapped IS NOT NULL
                  RETURNING owner, purpose, retention_until)
                INSERT INTO keys.data_key (id, owner, purpose, wrapped, master_key, retention_until)
                SELECT {next.Id}, owner, purpose, {next.Wrapped}, {next.MasterKey}, retention_until FROM retired
                """, ct);
        }
        return count;
    }

    /// <summary>Seals with the current key whatever a retired one sealed.</summary>
    /// <returns>How many values were sealed again.</returns>
    public async Task<int> ResealAsync(CancellationToken ct)
    {
        var count = 0;
        foreach (var column in SealedColumn.Of(db.Model).Where(column => column.Key is not null))
        {
            var last = Guid.Empty;
            while (await NextAsync(column, last, ct) is { Count: > 0 } cells)
            {
                using var ring = new KeyRing(db, masters, wrap);
                foreach (var cell in cells)
                {
                    count += await ResealAsync(column, cell, ring, ct);
                }
                last = cells[^1].Id;
            }
        }
        return count;
    }

    /// <summary>Destroys the retired keys that seal nothing any more and that no request can still hold.</summary>
    /// <returns>How many.</returns>
    public Task<int> DestroyUnusedAsync(DateTimeOffset now, CancellationToken ct)
    {
        var unused = string.Concat(SealedColumn.Of(db.Model).Select(column =>
            $" AND NOT EXISTS (SELECT FROM {column.Whole} AS cell WHERE substring(cell.\"{column.Column}\" FROM 2 FOR 16) = uuid_send(old.id))"));
        var destroy = "UPDATE keys.data_key AS old SET wrapped = NULL, destroyed_at = now() WHERE old.wrapped IS NOT NULL AND old.retired_at < {0}" + unused;
        return db.Database.ExecuteSqlRawAsync(destroy, [(now - Grace).ToUniversalTime()], ct);
    }

    private Task<List<Cell>> NextAsync(SealedColumn column, Guid last, CancellationToken ct)
    {
        var next = $$"""
            SELECT "{{column.Key}}" AS id, "{{column.Column}}" AS value FROM {{column.Whole}}
            WHERE "{{column.Key}}" > {0} AND substring("{{column.Column}}" FROM 2 FOR 16) IN (
              SELECT uuid_send(id) FROM keys.data_key WHERE retired_at IS NOT NULL AND wrapped IS NOT NULL)
            ORDER BY 1 LIMIT {{Bite}}
            """;
        return db.Database.SqlQueryRaw<Cell>(next, last).ToListAsync(ct);
    }

    private async Task<int> ResealAsync(SealedColumn column, Cell cell, KeyRing ring, CancellationToken ct)
    {
        var place = new SealedPlace(column.Table, column.Column, cell.Id).ToBytes();
        if (await ring.WithIdAsync(Envelope.KeyIdOf(cell.Value), ct) is not { } old)
        {
            return 0; // destroyed meanwhile
        }
        var plain = Envelope.Open(old.Bytes, place, cell.Value);
        try
        {
            var key = await ring.ForAsync(old.Owner, old.Purpose, ct);
            var update = $$"""UPDATE {{column.Whole}} SET "{{column.Column}}" = {0} WHERE "{{column.Key}}" = {1} AND "{{column.Column}}" = {2}""";
            return await db.Database.ExecuteSqlRawAsync(update, [Envelope.Close(key.Bytes, key.Id, place, plain), cell.Id, cell.Value], ct);
        }
        catch (KeyDestroyedException)
        {
            return 0;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private sealed record Cell(Guid Id, byte[] Value);
}
