using Microsoft.Extensions.Hosting;

namespace Journease.ServiceDefaults.Data;

/// <summary>The data source of the Aspire integration, with the connection string already completed.</summary>
internal static class DataSource
{
    public static void AddDataSource(this IHostApplicationBuilder builder, string name, string connectionString) =>
        builder.AddNpgsqlDataSource(name, settings => settings.ConnectionString = connectionString);
}
