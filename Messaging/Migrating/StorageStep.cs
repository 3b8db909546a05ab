using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Journease.Messaging.Migrating;

/// <summary>Tells PostgreSQL how these tables live: rows come and go all day, so they are vacuumed early and without pauses.</summary>
internal sealed class StorageStep(MessagingDbContext db) : IMigrationStep
{
    public async Task RunAsync(CancellationToken ct)
    {
        var schema = db.Model.GetDefaultSchema();
        var alter = $"""
            ALTER TABLE {schema}.outbox_message SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);
            ALTER TABLE {schema}.inbox_message SET (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_scale_factor = 0.02);
            """;
        await db.Database.ExecuteSqlRawAsync(alter, ct);
    }
}
