using Journease.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Journease.ServiceDefaults.Verbs;

/// <summary>Brings the schema up to date and lets the service's own role use it, and nobody else.</summary>
internal sealed class SchemaStep(ServiceDbContext db) : IMigrationStep
{
    public async Task RunAsync(CancellationToken ct)
    {
        await db.Database.MigrateAsync(ct);

        var schema = db.Model.GetDefaultSchema()!;
        // The role is missing where somebody runs the service alone against a database of their own.
        var grants = $"""
            DO $$ BEGIN
              IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{schema}_app') THEN
                GRANT USAGE ON SCHEMA {schema} TO {schema}_app;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {schema}_app;
                REVOKE INSERT, UPDATE, DELETE ON {schema}.ef_migration FROM {schema}_app;
                GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {schema}_app;
              END IF;
            END $$
            """;
        await db.Database.ExecuteSqlRawAsync(grants, ct);
    }
}
