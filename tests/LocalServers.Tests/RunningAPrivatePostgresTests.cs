using System.Net;
using System.Net.Sockets;
using Journease.Testing;
using Npgsql;

namespace Journease.LocalServers.Tests;

[Trait("Needs", "servers")]
public sealed class RunningAPrivatePostgresTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_survive_a_kill_and_a_stop()
    {
        var options = new PostgresOptions { DataDirectory = TemporaryServers.DirectoryFor("survives") };
        await using (var server = await PostgresServer.StartAsync(options, Ct))
        {
            await ExecuteAsync(server, "create table kept (n int)");
            await ExecuteAsync(server, "insert into kept values (1)");
            await server.KillAsync();
            Assert.True(server.Exited.IsCompleted);

            await server.StartAgainAsync(Ct);
            await ExecuteAsync(server, "insert into kept values (2)");
        }

        // The generated password is kept with the data.
        await using var again = await PostgresServer.StartAsync(options, Ct);
        Assert.Equal(3L, await ReadAsync(again, "select sum(n) from kept"));
        Assert.Equal("on", await ReadAsync(again, "show fsync"));
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_query_it_starts_again()
    {
        await using var server = await TemporaryServers.StartPostgresAsync("busy");
        var busy = ReadAsync(server, "select count(*) from generate_series(1, 2000000000) n where n % 7 = 3");
        await Eventually.EqualAsync(1L, async () => (long)(await ReadAsync(
            server, "select count(*) from pg_stat_activity where query like '%generate_series%' and state = 'active' and pid <> pg_backend_pid()"))!);

        await server.KillAsync();
        await server.StartAgainAsync(Ct);

        Assert.Equal(1, await ReadAsync(server, "select 1"));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => busy);
    }

    [Fact]
    public async Task Two_on_one_data_directory_are_one_too_many()
    {
        await using var server = await TemporaryServers.StartPostgresAsync("once");

        var refused = await Assert.ThrowsAsync<ServerStartException>(() => TemporaryServers.StartPostgresAsync("once"));
        Assert.Equal($"PostgreSQL already runs on {server.DataDirectory}; stop that one first.", refused.Message);
    }

    [Fact]
    public async Task Two_run_side_by_side_and_know_nothing_of_each_other()
    {
        var servers = await Task.WhenAll(
            TemporaryServers.StartPostgresAsync("one"), TemporaryServers.StartPostgresAsync("two"));
        await using var one = servers[0];
        await using var two = servers[1];

        await ExecuteAsync(one, "create database only_here");

        Assert.NotEqual(one.Port, two.Port);
        Assert.Equal(0L, await ReadAsync(two, "select count(*) from pg_database where datname = 'only_here'"));
        Assert.Equal("off", await ReadAsync(two, "show fsync"));
    }

    [Fact]
    public async Task Where_its_account_cannot_enter_it_keeps_its_data_elsewhere_and_says_so()
    {
        Assert.SkipUnless(Environment.UserName == "root", "Only root runs PostgreSQL as another account.");
        var closed = Directory.CreateDirectory(TemporaryServers.DirectoryFor("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var asked = Path.Combine(closed.FullName, "data");

        string elsewhere;
        await using (var server = await PostgresServer.StartAsync(new() { DataDirectory = asked, Durable = false }, Ct))
        {
            elsewhere = server.DataDirectory;
            Assert.Equal($"PostgreSQL keeps its data in {elsewhere}, because its account cannot enter {asked}.", server.Moved);
        }

        PostgresServer.DeleteData(asked);
        Assert.False(Directory.Exists(elsewhere));
    }

    [Fact]
    public async Task A_wrong_password_is_told_from_a_server_that_does_not_start()
    {
        var options = new PostgresOptions { DataDirectory = TemporaryServers.DirectoryFor("password"), Durable = false, Password = "right" };
        await using (await PostgresServer.StartAsync(options, Ct))
        {
        }

        var refused = await Assert.ThrowsAsync<ServerStartException>(
            () => PostgresServer.StartAsync(options with { Password = "wrong" }, Ct));
        Assert.EndsWith("were made with another password; restore it or delete the directory.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refused = await Assert.ThrowsAsync<ServerStartException>(() => PostgresServer.StartAsync(
            new() { DataDirectory = TemporaryServers.DirectoryFor("taken"), Port = port, Durable = false }, Ct));
        Assert.Equal($"PostgreSQL cannot start, because port {port} is taken by another program.", refused.Message);
    }

    [Fact]
    public async Task A_missing_package_is_one_sentence()
    {
        var refused = await Assert.ThrowsAsync<ServerStartException>(() => PostgresServer.StartAsync(
            new() { DataDirectory = TemporaryServers.DirectoryFor("missing"), Programs = "/nowhere" }, Ct));
        Assert.Equal("PostgreSQL 15 is not installed: apt-get install postgresql-15.", refused.Message);
    }

    private static async Task ExecuteAsync(PostgresServer server, string sql) => await ReadAsync(server, sql);

    private static async Task<object?> ReadAsync(PostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
