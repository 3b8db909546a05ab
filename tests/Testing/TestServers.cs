using Journease.LocalServers;
using Npgsql;

namespace Journease.Testing;

/// <summary>
/// The PostgreSQL and the RabbitMQ that the tests of this process use: the ones <c>./test</c> started for
/// all projects, or this process's own, started when the first test asks.
/// </summary>
public static class TestServers
{
    private static readonly Lazy<Task<string>> Postgres = new(FindPostgresAsync);
    private static readonly Lazy<Task<TestBroker>> RabbitMq = new(FindRabbitMqAsync);

    /// <summary>The superuser's connection string, to the database postgres.</summary>
    public static Task<string> PostgresAsync() => Postgres.Value;

    public static Task<TestBroker> RabbitMqAsync() => RabbitMq.Value;

    /// <summary>Runs one command as the superuser.</summary>
    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> FindPostgresAsync() =>
        Environment.GetEnvironmentVariable("JOURNEASE_TEST_POSTGRES")
        ?? (await TemporaryServers.StartPostgresAsync()).ConnectionString;

    private static async Task<TestBroker> FindRabbitMqAsync()
    {
        if (Environment.GetEnvironmentVariable("JOURNEASE_TEST_RABBITMQ") is { } uri)
        {
            return new TestBroker(
                new Uri(uri),
                new RabbitMqControl(Environment.GetEnvironmentVariable("JOURNEASE_TEST_RABBITMQ_DIRECTORY")
                    ?? throw new InvalidOperationException(
                        "JOURNEASE_TEST_RABBITMQ needs JOURNEASE_TEST_RABBITMQ_DIRECTORY beside it, the broker's own directory.")));
        }

        var server = await TemporaryServers.StartRabbitMqAsync();
        return new TestBroker(server.AmqpUri, server.Control);
    }
}
