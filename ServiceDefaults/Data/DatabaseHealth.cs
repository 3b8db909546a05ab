using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Journease.ServiceDefaults.Data;

/// <summary>Healthy when the database answers.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            return new(context.Registration.FailureStatus, "The database does not answer.");
        }
    }
}
