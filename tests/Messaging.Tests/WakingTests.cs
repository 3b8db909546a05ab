using Journease.Desk;
using Journease.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Journease.Messaging.Tests;

[Trait("Needs", "servers")]
public sealed class WakingTests : IAsyncLifetime
{
    private static readonly TimeSpan BeforeThePoll = TimeSpan.FromSeconds(1.5);

    private readonly Desks desks = new();

    [Fact]
    public async Task A_commit_is_sent_at_once_and_not_at_the_next_poll()
    {
        var desk = await desks.StartAsync("--Messaging:PollInterval=00:00:05", "--Messaging:PollOnly=true");
        await desk.SaveAsync(db => db.Add(Ticket.Open()));
        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync());

        await desk.SaveAsync(db => db.Add(Ticket.Open()));

        await Eventually.EqualAsync(2L, () => desks.ArrivalsAsync(), BeforeThePoll);
    }

    [Fact]
    public async Task A_save_outside_a_transaction_is_sent_at_once_as_well()
    {
        var desk = await desks.StartAsync("--Messaging:PollInterval=00:00:05", "--Messaging:PollOnly=true");
        await desk.SaveAsync(db => db.Add(Ticket.Open()));
        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync());
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();

        db.Add(Ticket.Open());
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await Eventually.EqualAsync(2L, () => desks.ArrivalsAsync(), BeforeThePoll);
    }

    [Fact]
    public async Task Another_replica_hears_of_a_commit()
    {
        await desks.StartAsync("--Messaging:PollInterval=00:00:05");
        await desks.InsertAsync(Guid.CreateVersion7(), Guid.CreateVersion7());
        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync());
        await Eventually.EqualAsync(1L, () => desks.Database.ReadAsync<long>("select count(*) from pg_stat_activity where application_name = 'journease-desk-news' and datname = current_database()"));

        await desks.InsertAsync(Guid.CreateVersion7(), Guid.CreateVersion7());
        await desks.Database.ExecuteAsync("notify desk_outbox");

        await Eventually.EqualAsync(2L, () => desks.ArrivalsAsync(), BeforeThePoll);
    }

    [Fact]
    public async Task A_commit_is_told_to_the_other_replicas()
    {
        var desk = await desks.StartAsync();
        await using var listener = new NpgsqlConnection(desks.Database.ConnectionString);
        await listener.OpenAsync(TestContext.Current.CancellationToken);
        await using var listen = new NpgsqlCommand("listen desk_outbox", listener);
        await listen.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await desk.SaveAsync(db => db.Add(Ticket.Open()));

        Assert.True(await listener.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_listener_that_lost_its_connection_listens_again_and_the_poll_finds_the_rest()
    {
        await desks.StartAsync("--Messaging:PollInterval=00:00:05");
        await Eventually.TrueAsync(async () => await ListenersAsync() == 1);
        await desks.Database.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'journease-desk-news' and datname = current_database()");

        await desks.InsertAsync(Guid.CreateVersion7(), Guid.CreateVersion7());

        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync());
        await Eventually.TrueAsync(async () => await ListenersAsync() == 1);
    }

    public ValueTask InitializeAsync() => desks.InitializeAsync();

    public ValueTask DisposeAsync() => desks.DisposeAsync();

    private Task<long> ListenersAsync() =>
        desks.Database.ReadAsync<long>("select count(*) from pg_stat_activity where application_name = 'journease-desk-news' and datname = current_database()");
}
