using Journease.Audit;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Journease.ServiceDefaults.Auditing;

/// <summary>Where this service anchors its chain: one file for each database, so that fresh data does not contradict an older chain.</summary>
internal sealed class AnchorPlace(IOptions<AuditSettings> settings, NpgsqlDataSource database)
{
    /// <summary>The anchor, or null where no folder is configured.</summary>
    public async Task<AuditAnchor?> FindAsync(CancellationToken ct)
    {
        if (settings.Value.AnchorFolder is not { Length: > 0 } folder)
        {
            return null;
        }
        await using var command = database.CreateCommand("SELECT current_database() || '-' || system_identifier FROM pg_control_system()");
        return new(Path.Combine(folder, await command.ExecuteScalarAsync(ct) + ".anchor"));
    }
}
