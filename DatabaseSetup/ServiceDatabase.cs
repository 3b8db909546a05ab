using Npgsql;

namespace Journease.DatabaseSetup;

/// <summary>One service's database, closed to every role but its own two.</summary>
internal sealed record ServiceDatabase(string Name, string AppPassword, string MigratePassword)
{
    /// <summary>The role that the running service uses; what it may do in the tables is granted by the migrations.</summary>
    public string App => Name + "_app";

    /// <summary>The role that owns the database and its tables.</summary>
    public string Migrate => Name + "_migrate";

    public async Task SetUpAsync(NpgsqlConnection server, string superuser)
    {
        await MakeRoleAsync(server, App, AppPassword);
        await MakeRoleAsync(server, Migrate, MigratePassword);
        await MakeDatabaseAsync(server);
        await RunAsync(server, $"""
            ALTER DATABASE {Name} OWNER TO {Migrate};
            REVOKE ALL ON DATABASE {Name} FROM PUBLIC;
            GRANT CONNECT ON DATABASE {Name} TO {App}, {Migrate};
            """);

        var inside = new NpgsqlConnectionStringBuilder(superuser) { Database = Name, Pooling = false };
        await using var database = new NpgsqlConnection(inside.ConnectionString);
        await database.OpenAsync();
        // Nobody finds a table by accident in a schema that everybody shares.
        await RunAsync(database, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
    }

    private static async Task MakeRoleAsync(NpgsqlConnection server, string role, string password)
    {
        try
        {
            await RunAsync(server, $"CREATE ROLE {role} LOGIN");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateObject)
        {
            // Made by an earlier run.
        }
        // The statement carries the password, so it must reach no log even where statements are logged.
        await RunAsync(server, $"""
            BEGIN;
            SET LOCAL log_statement = 'none';
            SET LOCAL log_min_error_statement = 'panic';
            ALTER ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}';
            COMMIT;
            """);
    }

    private async Task MakeDatabaseAsync(NpgsqlConnection server)
    {
        try
        {
            await RunAsync(server, $"CREATE DATABASE {Name} OWNER {Migrate}");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // Made by an earlier run.
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
