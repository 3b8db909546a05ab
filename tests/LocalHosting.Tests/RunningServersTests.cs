using Npgsql;

namespace Journease.LocalHosting.Tests;

[Trait("Needs", "servers")]
public sealed class RunningServersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_is_made_when_its_server_is_ready_and_what_waits_for_it_can_use_it()
    {
        await using var builder = await Scene.EmptyAsync();
        var ledger = builder.AddPostgres("postgres").AddDatabase("ledger", "the ledger");
        builder.AddSample("user", "exit", "0").WithReference(ledger).WaitFor(ledger);
        await using var app = await builder.StartAsync();

        await app.InStateAsync("user", KnownResourceStates.Finished);

        await using var source = NpgsqlDataSource.Create((await app.GetConnectionStringAsync("ledger", Ct))!);
        await using var query = source.CreateCommand("select current_database()");
        Assert.Equal("the ledger", await query.ExecuteScalarAsync(Ct));
    }

    [Fact]
    public async Task Two_applications_run_side_by_side()
    {
        await using var one = await WithServersAsync();
        await using var other = await WithServersAsync();
        await using var first = await one.StartAsync();
        await using var second = await other.StartAsync();

        await Task.WhenAll(new[] { first, second }.SelectMany(app => new[] { app.HealthyAsync("postgres"), app.HealthyAsync("rabbitmq") }));

        Assert.NotEqual(await first.GetConnectionStringAsync("postgres", Ct), await second.GetConnectionStringAsync("postgres", Ct));
        Assert.NotEqual(await first.GetConnectionStringAsync("rabbitmq", Ct), await second.GetConnectionStringAsync("rabbitmq", Ct));
    }

    [Fact]
    public async Task A_stopped_server_comes_back_with_its_data()
    {
        await using var builder = await Scene.EmptyAsync();
        builder.AddPostgres("postgres");
        await using var app = await builder.StartAsync();
        await app.HealthyAsync("postgres");
        var connection = (await app.GetConnectionStringAsync("postgres", Ct))! + ";Pooling=false";
        await using var source = NpgsqlDataSource.Create(connection);
        await using var make = source.CreateCommand("create table kept as select 7 as n");
        await make.ExecuteNonQueryAsync(Ct);

        Assert.True((await app.ResourceCommands.ExecuteCommandAsync("postgres", KnownResourceCommands.RestartCommand, Ct)).Success);

        await app.HealthyAsync("postgres");
        await using var query = source.CreateCommand("select n from kept");
        Assert.Equal(7, await query.ExecuteScalarAsync(Ct));
    }

    private static async Task<IDistributedApplicationTestingBuilder> WithServersAsync()
    {
        var builder = await Scene.EmptyAsync();
        builder.AddPostgres("postgres");
        builder.AddRabbitMQ("rabbitmq");
        return builder;
    }
}
