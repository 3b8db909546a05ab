using Microsoft.EntityFrameworkCore;

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

    internal static Task<List<Row>> OfOwnersAsync(DbContext db, Guid[] owners, string purpose, CancellationToken ct) => db.Database.SqlQuery<Row>(
        $"SELECT id, owner, purpose, wrapped, master_key FROM keys.data_key WHERE owner = ANY({owners}) AND purpose = {purpose} AND retired_at IS NULL").ToListAsync(ct);

    internal static Task<List<Row>> WithIdsAsync(DbContext db, Guid[] ids, CancellationToken ct) => db.Database.SqlQuery<Row>(
        $"SELECT id, owner, purpose, wrapped, master_key FROM keys.data_key WHERE id = ANY({ids})").ToListAsync(ct);

    /// <summary>Whoever comes second keeps the first one's key: the index decides, and waits for a rival's commit.</summary>
    internal static Task AddAsync(DbContext db, Row row, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO keys.data_key (id, owner, purpose, wrapped, master_key) VALUES ({row.Id}, {row.Owner}, {row.Purpose}, {row.Wrapped}, {row.MasterKey})
        ON CONFLICT (owner, purpose) WHERE retired_at IS NULL DO NOTHING
        """, ct);

    internal sealed record Row(Guid Id, Guid Owner, string Purpose, byte[]? Wrapped, string MasterKey);
}
