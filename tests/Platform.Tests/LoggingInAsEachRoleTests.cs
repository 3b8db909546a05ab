using Npgsql;

namespace Journease.Platform.Tests;

/// <summary>What somebody could do who has stolen a service's way into the database.</summary>
[Collection(nameof(OneRunningPlatform))]
[Trait("Needs", "servers")]
public sealed class LoggingInAsEachRoleTests(RunningPlatform platform)
{
    // For both roles: the server, its files and programs, and the past.
    private static readonly string[] RefusedToBoth =
    [
        "create role thief",
        "alter role current_user superuser",
        "set session_replication_role = replica",
        "copy (select 1) to program 'true'",
        "copy (select 1) to '/dev/null'",
        "select pg_read_file('/etc/hostname')",
        "select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user",
        "update audit.event set act = 'Nothing'",
        "delete from audit.event",
        "truncate audit.event",
        "update audit.chain set sequence = sequence",
        "delete from audit.chain",
        "truncate audit.chain",
    ];

    // The running service changes rows, never what holds them.
    private static readonly string[] RefusedToTheService =
    [
        "create schema loot",
        "create table public.loot (id int)",
        "create temporary table loot (id int)",
        "create table audit.loot (id int)",
        "create extension pgcrypto schema audit",
        "alter table audit.event disable trigger all",
        "alter table audit.event add column loot int",
        "drop trigger only_grows on audit.event",
        "drop table audit.event",
        "drop schema audit cascade",
        "drop schema keys cascade",
        "delete from keys.data_key",
        "truncate keys.data_key",
    ];

    // What no statement above tries: rights that would make one of them possible on some table or schema.
    private const string MoreThanToUseRows = """
        select string_agg(what, ', ') from (
          select c.oid::regclass::text as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
              and (has_table_privilege(c.oid, 'TRUNCATE') or has_table_privilege(c.oid, 'TRIGGER') or has_table_privilege(c.oid, 'REFERENCES')
                or (c.relname = 'ef_migration' and has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE')))
          union all
          select nspname from pg_namespace where has_schema_privilege(oid, 'CREATE') and nspname not like 'pg_temp%'
          union all
          select n.nspname from pg_namespace n where has_schema_privilege(n.oid, 'USAGE')
            and n.nspname not in ('pg_catalog', 'information_schema', 'audit', 'keys', current_database()) and n.nspname not like 'pg_%') more
        """;

    [Fact]
    public async Task No_role_is_more_than_it_needs_to_be()
    {
        foreach (var role in Role.All)
        {
            await using var connection = await OpenAsync(role.Database, role);
            Assert.Equal(0L, await ScalarAsync(connection, """
                select count(*) from pg_roles where rolname = current_user
                  and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)
                """));
            Assert.Equal(0L, await ScalarAsync(connection, "select count(*) from pg_auth_members where member = current_user::regrole"));
        }
    }

    [Fact]
    public async Task The_role_that_runs_a_service_may_use_rows_and_nothing_else()
    {
        foreach (var role in Role.All.Where(role => role.Kind == "app"))
        {
            await using var connection = await OpenAsync(role.Database, role);
            Assert.Equal(DBNull.Value, await ScalarAsync(connection, MoreThanToUseRows));
        }
    }

    [Fact]
    public async Task Running_services_are_logged_in_as_that_role_and_as_no_other()
    {
        await using var server = new NpgsqlConnection(await platform.DatabaseAsync("postgres"));
        await server.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Equal(DBNull.Value, await ScalarAsync(server, """
            select string_agg(distinct format('%s in %s as %s', application_name, datname, usename), ', ') from pg_stat_activity
            where application_name like 'journease-%' and usename <> datname || '_app'
            """));
        Assert.Equal((long)Role.Databases.Count, await ScalarAsync(server, "select count(distinct usename) from pg_stat_activity where usename like '%\\_app'"));
    }

    [Fact]
    public async Task A_role_gets_into_no_database_but_its_own()
    {
        foreach (var role in Role.All)
        {
            foreach (var other in Role.Databases.Append("postgres").Append("template1").Where(database => database != role.Database))
            {
                var refusal = await Assert.ThrowsAsync<PostgresException>(async () => await (await OpenAsync(other, role)).DisposeAsync());
                Assert.True(refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{role.Name} in {other}: {refusal.MessageText}");
            }
        }
    }

    [Fact]
    public async Task A_role_can_change_neither_what_holds_the_data_nor_the_past()
    {
        foreach (var role in Role.All)
        {
            await using var connection = await OpenAsync(role.Database, role);
            string[] mine = role.Kind == "app"
                ? [.. RefusedToBoth, .. RefusedToTheService, $"create table {role.Database}.loot (id int)", $"drop schema {role.Database} cascade"]
                : RefusedToBoth;
            foreach (var statement in mine)
            {
                var code = await CodeAsync(connection, statement);
                Assert.True(code == PostgresErrorCodes.InsufficientPrivilege, $"{role.Name}: {statement}: {code}");
            }
        }
    }

    // Rolled back, so that a right that should not be there harms nothing but this test.
    private static async Task<string> CodeAsync(NpgsqlConnection connection, string statement)
    {
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        try
        {
            await ScalarAsync(connection, statement);
            return "done";
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private async Task<NpgsqlConnection> OpenAsync(string database, Role role)
    {
        var connection = new NpgsqlConnection(await platform.DatabaseAsync(database, role));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
