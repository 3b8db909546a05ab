using Journease.Testing;
using Npgsql;
using RabbitMQ.Client;

namespace Journease.LocalServers.Tests;

[Trait("Needs", "servers")]
public sealed class PreparingATestClassTests(TestDatabase database, TestVirtualHost host)
    : IClassFixture<TestDatabase>, IClassFixture<TestVirtualHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_has_a_database_of_its_own_where_roles_may_do_what_they_are_given()
    {
        await using var migrate = NpgsqlDataSource.Create(await database.ConnectionStringForAsync("trial_migrate", migrates: true));
        await using (var make = migrate.CreateCommand("create schema trial; create table trial.t (n int)"))
        {
            await make.ExecuteNonQueryAsync(Ct);
        }
        Assert.Equal(0L, await database.ReadAsync<long>("select count(*) from trial.t"));

        await using var app = NpgsqlDataSource.Create(await database.ConnectionStringForAsync("trial_app"));
        await using var look = app.CreateCommand("select * from trial.t");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => look.ExecuteScalarAsync(Ct));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task It_has_a_virtual_host_of_its_own()
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(host.ConnectionString) }.CreateConnectionAsync(Ct);
        Assert.True(connection.IsOpen);
    }

    [Fact]
    public async Task Many_are_made_at_the_same_time()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TestVirtualHost.CreateAsync()));
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TestDatabase.CreateAsync()));
        await Task.WhenAll(hosts.Select(made => made.DisposeAsync().AsTask()));
        await Task.WhenAll(databases.Select(made => made.DisposeAsync().AsTask()));
    }
}
