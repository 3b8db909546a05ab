using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Journease.LocalHosting.Postgres;

/// <summary>Makes the databases of a server once it is ready.</summary>
internal static class PostgresDatabases
{
    public static async Task CreateAsync(PostgresServerResource server, IServiceProvider services, CancellationToken ct)
    {
        var notifications = services.GetRequiredService<ResourceNotificationService>();
        var databases = services.GetRequiredService<DistributedApplicationModel>().Resources
            .OfType<PostgresDatabaseResource>().Where(database => database.Parent == server).ToArray();
        if (databases.Length == 0)
        {
            return;
        }

        var connectionString = await server.GetConnectionStringAsync(ct);
        await using var source = NpgsqlDataSource.Create(connectionString!);
        foreach (var database in databases)
        {
            await CreateAsync(source, database, ct);
            await notifications.PublishUpdateAsync(database, snapshot => snapshot with { State = KnownResourceStates.Running });
        }
    }

    private static async Task CreateAsync(NpgsqlDataSource source, PostgresDatabaseResource database, CancellationToken ct)
    {
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(database.DatabaseName);
        await using var create = source.CreateCommand(database.CreationScript ?? $"CREATE DATABASE {name}");
        try
        {
            await create.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // Made by an earlier run.
        }
    }
}
