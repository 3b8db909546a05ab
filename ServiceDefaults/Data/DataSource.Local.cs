using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Journease.ServiceDefaults.Data;

/// <summary>The same registrations as Aspire.Npgsql makes, from Npgsql's own packages.</summary>
internal static class DataSource
{
    public static void AddDataSource(this IHostApplicationBuilder builder, string name, string connectionString)
    {
        builder.Services.AddNpgsqlDataSource(connectionString, source => source.Name = name);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("PostgreSql", timeout: TimeSpan.FromSeconds(3));
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddNpgsql())
            .WithMetrics(metrics => metrics.AddMeter("Npgsql"));
    }
}
