using System.Net;
using Journease.Desk;
using Journease.LocalServers;
using Journease.Testing;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;

namespace Journease.Messaging.Tests;

[Trait("Needs", "servers")]
public sealed class BrokerAwayTests : IAsyncLifetime
{
    private RabbitMqServer broker = null!;
    private Desks desks = null!;

    [Fact]
    public async Task What_is_written_while_the_broker_is_away_is_sent_in_order_when_it_is_back()
    {
        await using var before = await Tap.OpenAsync(broker.AmqpUri);
        var desk = await desks.StartAsync("--Messaging:SendTimeout=00:00:02");
        var ticket = Ticket.Open();
        await desk.SaveAsync(db => db.Add(ticket));
        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync());
        await Eventually.EqualAsync(0L, desks.UnsentAsync);
        Assert.Equal(1, await before.WaitingAsync());

        await broker.KillAsync();
        for (var change = 0; change < 20; change++)
        {
            await desk.SaveAsync(async db => (await db.Tickets.SingleAsync(t => t.Id == ticket.Id, TestContext.Current.CancellationToken)).Touch());
        }
        using var http = new HttpClient { BaseAddress = new Uri(desk.Urls.First()) };
        await Eventually.TrueAsync(async () =>
        {
            var health = await http.GetAsync("/health", TestContext.Current.CancellationToken);
            return health.StatusCode == HttpStatusCode.OK && await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) == "Degraded";
        });
        Assert.Equal(20, await desks.UnsentAsync());
        Assert.Equal(0, await desks.Database.ReadAsync<int>("select max(attempts) from desk.outbox_message"));

        await broker.StartAgainAsync(TestContext.Current.CancellationToken);
        await Eventually.EqualAsync(21L, () => desks.ArrivalsAsync(), TimeSpan.FromSeconds(30));

        // What the broker confirmed before it was killed is there too: it was on its disk.
        await using var tap = await Tap.OpenAsync(broker.AmqpUri);
        await tap.ListenAsync();
        await Eventually.EqualAsync(21, () => Task.FromResult(tap.Heard.Select(booked => booked.AggregateVersion).Distinct().Count()));
        Assert.All(tap.Modes, mode => Assert.Equal(DeliveryModes.Persistent, mode));
        // A confirmation may have been lost on the way: the same once more, but never an older one after a newer.
        var versions = tap.Heard.Select(booked => booked.AggregateVersion).ToList();
        Assert.Equal(versions.Order(), versions);
    }

    public async ValueTask InitializeAsync()
    {
        broker = await TemporaryServers.StartRabbitMqAsync("broker-to-kill");
        desks = new Desks { Broker = broker.AmqpUri.ToString() };
        await desks.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await desks.DisposeAsync();
        await broker.DisposeAsync();
    }
}
