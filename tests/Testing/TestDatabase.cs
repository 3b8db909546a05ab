using Npgsql;
using Xunit;

namespace Journease.Testing;

/// <summary>An empty database of its own for one test class: a class fixture, or made in InitializeAsync.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private const string RolePassword = "test-role";

    private string? superuser;

    public string Name { get; } = "test_" + Guid.CreateVersion7().ToString("n");

    /// <summary>As the superuser.</summary>
    public string ConnectionString => superuser
        ?? throw new InvalidOperationException("The database is there after InitializeAsync.");

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        return database;
    }

    public async ValueTask InitializeAsync()
    {
        // template0: nobody can be connected to it, so classes may create theirs at the same time.
        await TestServers.ExecuteAsync($"""create database "{Name}" template template0""");
        superuser = new NpgsqlConnectionStringBuilder(await TestServers.PostgresAsync())
        {
            Database = Name,
            MaxPoolSize = 40,
        }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (superuser is null)
        {
            return;
        }
        await TestServers.ExecuteAsync($"""drop database if exists "{Name}" with (force)""");
        await using var connection = new NpgsqlConnection(superuser);
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>
    /// A connection string to this database as a role without other rights, as services have them; the role is
    /// made where the server does not have it. A role that migrates may create schemas.
    /// </summary>
    public async Task<string> ConnectionStringForAsync(string role, bool migrates = false)
    {
        // Roles belong to the server, and two classes may need the same one at the same moment.
        await TestServers.ExecuteAsync($"""
            do $$ begin
              create role "{role}" login password '{RolePassword}';
            exception when duplicate_object or unique_violation then null;
            end $$
            """);
        if (migrates)
        {
            await TestServers.ExecuteAsync($"""grant create on database "{Name}" to "{role}" """);
        }
        return new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            Username = role,
            Password = RolePassword,
        }.ConnectionString;
    }

    /// <summary>Runs one command in this database as the superuser.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The single value that a query gives, read as the superuser.</summary>
    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
