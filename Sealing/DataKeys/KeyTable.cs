using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Journease.Sealing.DataKeys;

/// <summary>
/// The wrapped data keys of a service: a schema of their own, so that they are backed up apart from what they open, and a
/// restored backup of the data revives nothing that was destroyed since.
/// </summary>
public static class KeyTable
{
    /// <summary>The schema that a backup of the data leaves out.</summary>
    public const string Schema = "keys";

    /// <summary>Makes the table, and lets the service's own role use it. Repeatable.</summary>
    public static async Task CreateAsync(DbContext db, string appRole, CancellationToken ct)
    {
        var create = $"""
            CREATE SCHEMA IF NOT EXISTS keys;
            CREATE TABLE IF NOT EXISTS keys.data_key (
              id uuid PRIMARY KEY,
              owner uuid NOT NULL,
              purpose text NOT NULL,
              wrapped bytea NULL,
              master_key text NOT NULL,
              created_at timestamptz NOT NULL DEFAULT now(),
              retired_at timestamptz NULL,
              retention_until timestamptz NULL,
              destroyed_at timestamptz NULL,
              CONSTRAINT ck_data_key_there_or_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)));
            CREATE UNIQUE INDEX IF NOT EXISTS ix_data_key_current ON keys.data_key (owner, purpose) WHERE retired_at IS NULL;
            CREATE INDEX IF NOT EXISTS ix_data_key_retention ON keys.data_key (retention_until) WHERE wrapped IS NOT NULL;
            DO $$ BEGIN
              IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{appRole}') THEN
                GRANT USAGE ON SCHEMA keys TO {appRole};
                GRANT SELECT, INSERT, UPDATE ON keys.data_key TO {appRole};
              END IF;
            END $$
            """;
        await db.Database.ExecuteSqlRawAsync(create, ct);
    }

    /// <summary>The key that seals for this owner and purpose, or the grave of one; null where there never was one.</summary>
    internal static async Task<Row?> CurrentAsync(DbContext db, Guid owner, string purpose, CancellationToken ct) =>
        (await ReadAsync(
            db, "SELECT id, owner, purpose, wrapped, master_key, true FROM keys.data_key WHERE owner = $1 AND purpose = $2 AND retired_at IS NULL",
            [new() { Value = owner }, new() { Value = purpose }], ct)).SingleOrDefault();

    internal static Task<List<Row>> WithIdsAsync(DbContext db, Guid[] ids, CancellationToken ct) => ReadAsync(
        db, "SELECT id, owner, purpose, wrapped, master_key, retired_at IS NULL FROM keys.data_key WHERE id = ANY($1)", [new() { Value = ids }], ct);

    /// <summary>Whoever comes second keeps the first one's key: the index decides, and waits for a rival's commit.</summary>
    /// <returns>Whether it was added.</returns>
    internal static async Task<bool> AddAsync(DbContext db, Row row, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO keys.data_key (id, owner, purpose, wrapped, master_key) VALUES ({row.Id}, {row.Owner}, {row.Purpose}, {row.Wrapped}, {row.MasterKey})
            ON CONFLICT (owner, purpose) WHERE retired_at IS NULL DO NOTHING
            """, ct) == 1;

    // Read without the model: every request that seals or opens waits for this, and it is not worth composing a query each time.
    private static async Task<List<Row>> ReadAsync(DbContext db, string sql, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
            command.Parameters.AddRange(parameters);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var rows = new List<Row>();
            while (await reader.ReadAsync(ct))
            {
                rows.Add(new(
                    reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), await reader.IsDBNullAsync(3, ct) ? null : reader.GetFieldValue<byte[]>(3),
                    reader.GetString(4), reader.GetBoolean(5)));
            }
            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <param name="IsCurrent">Whether it still seals; a retired one only opens.</param>
    internal sealed record Row(Guid Id, Guid Owner, string Purpose, byte[]? Wrapped, string MasterKey, bool IsCurrent = true);
}
