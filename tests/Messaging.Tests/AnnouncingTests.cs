using Journease.Desk;
using Journease.Testing;

namespace Journease.Messaging.Tests;

[Trait("Needs", "servers")]
public sealed class AnnouncingTests(Desks desks) : IClassFixture<Desks>
{
    [Fact]
    public async Task What_is_committed_arrives_once()
    {
        var desk = await desks.StartAsync();
        var ticket = Ticket.Open();

        await desk.SaveAsync(async db => await db.AddAsync(ticket));

        await Eventually.EqualAsync(1L, () => desks.Database.ReadAsync<long>($"select count(*) from desk.arrivals where aggregate_id = '{ticket.Id}'"));
        await Eventually.EqualAsync(0L, () => desks.Database.ReadAsync<long>("select count(*) from desk.outbox_message"));
    }
}
