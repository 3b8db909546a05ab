using Journease.Desk;
using Journease.Messaging.Dispatch;
using Journease.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Messaging.Tests;

[Trait("Needs", "servers")]
public sealed class DispatchingTests : IAsyncLifetime
{
    private readonly Desks desks = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_writers_and_four_dispatchers_lose_nothing_and_keep_the_order_of_each_aggregate()
    {
        const int writers = 50;
        const int changes = 12;
        await using var tap = await Tap.OpenAsync(desks.VirtualHost.AmqpUri);
        await tap.ListenAsync();
        var replicas = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desks.StartAsync()));
        // Ten aggregates of five writers each: they meet, and the slower one tries again.
        var tickets = Enumerable.Range(0, 10).Select(_ => Ticket.Open()).ToList();
        await replicas[0].SaveAsync(db => db.AddRange(tickets));

        await Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            for (var change = 0; change < changes; change++)
            {
                await TouchAsync(replicas[writer % 4], tickets[writer % 10].Id);
            }
        }));

        const int all = (writers * changes) + 10;
        await Eventually.EqualAsync(all, () => Task.FromResult(tap.Heard.Count));
        Assert.Equal(all, tap.Heard.Select(booked => booked.EventId).Distinct().Count());
        foreach (var aggregate in tap.Heard.GroupBy(booked => booked.AggregateId))
        {
            Assert.Equal(Enumerable.Range(1, aggregate.Count()).Select(version => (long)version), aggregate.Select(booked => booked.AggregateVersion));
        }
        await Eventually.EqualAsync((long)all, () => desks.ArrivalsAsync());
        Assert.Equal(0, await desks.UnsentAsync());
    }

    [Fact]
    public async Task A_dispatcher_that_fails_between_confirmation_and_deletion_sends_twice_and_the_effect_is_once()
    {
        await using var tap = await Tap.OpenAsync(desks.VirtualHost.AmqpUri);
        await tap.ListenAsync();
        var desk = await desks.StartAsync();
        using var duplicates = new Counted(desk, "journease.inbox.duplicates");
        var crashes = 0;
        desk.Services.GetRequiredService<DispatchHooks>().AfterConfirm = () =>
            Interlocked.Increment(ref crashes) == 1 ? throw new IOException() : Task.CompletedTask;

        await desk.SaveAsync(db => db.Add(Ticket.Open()));

        await Eventually.EqualAsync(2, () => Task.FromResult(tap.Heard.Count));
        Assert.Single(tap.Heard.Select(booked => booked.EventId).Distinct());
        await Eventually.EqualAsync(0L, desks.UnsentAsync);
        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync());
        await Eventually.TrueAsync(() => duplicates.Total == 1);
        Assert.Null(await tap.GetAsync("desk-record-arrival-when-appointment-booked_skipped"));
        Assert.Equal(1, await desks.ArrivalsAsync());
    }

    [Fact]
    public async Task One_of_two_processes_killed_while_it_sends_leaves_nothing_behind()
    {
        const int messages = 400;
        var victim = DeskProcess.Start(desks);
        var writer = desks.Build();
        await writer.SaveAsync(db => db.Add(Ticket.Open()));
        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync());
        await desks.StartAsync();

        await writer.SaveAsync(db => db.AddRange(Enumerable.Range(0, messages).Select(_ => Ticket.Open())));
        await Eventually.TrueAsync(async () => await desks.ArrivalsAsync() > 20);
        await victim.KillAsync();

        await Eventually.EqualAsync(0L, desks.UnsentAsync);
        await Eventually.EqualAsync(messages + 1L, () => desks.ArrivalsAsync());
        Assert.Equal(messages + 1L, await desks.Database.ReadAsync<long>("select count(distinct event_id) from desk.arrivals"));
    }

    [Fact]
    public async Task A_message_that_can_never_be_sent_is_parked_and_stops_no_other()
    {
        var (bad, key) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await desks.InsertAsync(bad, key, type: "Journease.Contracts.Intake.ClearanceNobodyKnows");
        await desks.InsertAsync(Guid.CreateVersion7(), key, body: "{ not json");
        await desks.InsertAsync(Guid.CreateVersion7(), key);
        await desks.InsertAsync(Guid.CreateVersion7(), Guid.CreateVersion7());

        await desks.StartAsync();

        await Eventually.EqualAsync(2L, () => desks.ArrivalsAsync());
        // What arrived may be seen before the others are put aside.
        await Eventually.EqualAsync(2L, () => desks.Database.ReadAsync<long>("select count(*) from desk.outbox_message where parked_at is not null"));
        Assert.Equal("UnknownType", await desks.Database.ReadAsync<string>($"select last_error from desk.outbox_message where message_id = '{bad}' and parked_at is not null"));
        await Eventually.TrueAsync(() => desks.Log.Lines.Any(line => line.StartsWith("Critical", StringComparison.Ordinal) && line.Contains(bad.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_message_that_waits_for_its_next_try_holds_back_its_own_aggregate_only()
    {
        var (waiting, key) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await desks.InsertAsync(waiting, key);
        await desks.Database.ExecuteAsync("update desk.outbox_message set available_at = now() + interval '1 hour', attempts = 1");
        await desks.InsertAsync(Guid.CreateVersion7(), key);
        var other = Guid.CreateVersion7();
        await desks.InsertAsync(other, other);

        await desks.StartAsync();

        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync($"event_id = '{other}'"));
        Assert.Equal(2, await desks.UnsentAsync());
        await desks.Database.ExecuteAsync("update desk.outbox_message set available_at = now()");
        await Eventually.EqualAsync(3L, () => desks.ArrivalsAsync());
    }

    [Fact]
    public async Task A_long_transaction_elsewhere_does_not_stop_the_flow()
    {
        await using var reader = new Npgsql.NpgsqlConnection(desks.Database.ConnectionString);
        await reader.OpenAsync(Ct);
        await using var transaction = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Ct);
        await using var snapshot = new Npgsql.NpgsqlCommand("select count(*) from desk.outbox_message", reader, transaction);
        await snapshot.ExecuteScalarAsync(Ct);
        var desk = await desks.StartAsync();

        for (var round = 0; round < 5; round++)
        {
            await desk.SaveAsync(db => db.AddRange(Enumerable.Range(0, 200).Select(_ => Ticket.Open())));
        }

        await Eventually.EqualAsync(0L, desks.UnsentAsync);
        await Eventually.EqualAsync(1000L, () => desks.ArrivalsAsync());
    }

    public ValueTask InitializeAsync() => desks.InitializeAsync();

    public ValueTask DisposeAsync() => desks.DisposeAsync();

    private static async Task TouchAsync(WebApplication desk, Guid ticket)
    {
        while (true)
        {
            try
            {
                await desk.SaveAsync(async db => (await db.Tickets.SingleAsync(t => t.Id == ticket, Ct)).Touch());
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody was faster.
            }
        }
    }
}
