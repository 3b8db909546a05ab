using System.Text.Json;
using Journease.Contracts.Scheduling;
using Journease.Desk;
using Journease.Messaging.Outbox;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Messaging.Tests;

/// <summary>What is written; no dispatcher runs here.</summary>
[Trait("Needs", "servers")]
public sealed class AnnouncingTests(Desks desks) : IClassFixture<Desks>
{
    private readonly WebApplication desk = desks.Build();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_announcement_is_stamped_and_its_bytes_are_fixed_when_it_is_saved()
    {
        var ticket = Ticket.Open();

        await desk.SaveAsync(db => db.Add(ticket));

        var message = Assert.Single(await MessagesAsync(ticket));
        var booked = JsonSerializer.Deserialize<AppointmentBooked>(message.Body, JsonSerializerOptions.Web)!;
        Assert.Equal((message.MessageId, ticket.Id, 1), (booked.EventId, booked.AggregateId, booked.AggregateVersion));
        Assert.Equal((ticket.Id, typeof(AppointmentBooked).FullName), (message.OrderingKey, message.MessageType));
        Assert.NotEqual(Guid.Empty, booked.CorrelationId);
        Assert.Equal(7, message.MessageId.Version);
    }

    [Fact]
    public async Task What_is_rolled_back_is_never_written()
    {
        var ticket = Ticket.Open();

        await desk.SaveAsync(db => db.Add(ticket), commit: false);

        Assert.Empty(await MessagesAsync(ticket));
    }

    [Fact]
    public async Task A_change_of_a_part_or_of_its_part_raises_the_version_of_the_whole()
    {
        var ticket = Ticket.Open();
        var note = ticket.AddNote();
        await desk.SaveAsync(db => db.Add(ticket));

        await ChangeAsync(ticket, found => found.Notes.Single().AddMark());
        Assert.Equal(2, await VersionAsync(ticket));
        await ChangeAsync(ticket, found => found.AddNote());
        Assert.Equal(3, await VersionAsync(ticket));
        await ChangeAsync(ticket, found => found.RemoveNote(found.Notes.Single(n => n.Id == note.Id)));
        Assert.Equal(4, await VersionAsync(ticket));
        await ChangeAsync(ticket, _ => { });
        Assert.Equal(4, await VersionAsync(ticket));
    }

    [Fact]
    public async Task Of_two_who_changed_the_same_version_one_is_refused_with_its_announcement()
    {
        var ticket = Ticket.Open();
        await desk.SaveAsync(db => db.Add(ticket));
        await using var slow = desk.Services.CreateAsyncScope();
        var db = slow.ServiceProvider.GetRequiredService<DeskDbContext>();
        (await db.Tickets.SingleAsync(t => t.Id == ticket.Id, Ct)).Touch();

        await ChangeAsync(ticket, found => found.Touch());

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Ct));
        Assert.Equal(2, (await MessagesAsync(ticket)).Count);
    }

    [Fact]
    public async Task A_save_that_fails_and_is_done_again_leaves_one_message_and_one_raise()
    {
        var rival = Ticket.Open();
        await desk.SaveAsync(db => db.Add(rival));
        var ticket = Ticket.Open();
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();

        await db.InOneTransactionAsync(async (transaction, ct) =>
        {
            db.Add(ticket);
            var clash = db.Entry(new Arrival { EventId = rival.Id, AggregateId = rival.Id, AggregateVersion = 1 });
            clash.State = EntityState.Deleted; // nothing to delete: the save is refused
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(ct));
            clash.State = EntityState.Detached;
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }, Ct);

        Assert.Single(await MessagesAsync(ticket));
        Assert.Equal(1, await VersionAsync(ticket));
    }

    [Fact]
    public async Task A_unit_of_work_that_is_tried_again_announces_once()
    {
        var tries = 0;
        Ticket? ticket = null;

        await desk.SaveAsync(db =>
        {
            ticket = Ticket.Open();
            db.Add(ticket);
            if (tries++ == 0)
            {
                throw new TimeoutException(); // what the retry strategy takes for a passing fault
            }
        });

        Assert.Single(await MessagesAsync(ticket!));
        Assert.Equal(2, tries);
    }

    private Task ChangeAsync(Ticket ticket, Action<Ticket> change) =>
        desk.SaveAsync(async db => change(await db.Tickets.SingleAsync(t => t.Id == ticket.Id, Ct)));

    private Task<long> VersionAsync(Ticket ticket) => desks.Database.ReadAsync<long>($"select version from desk.tickets where id = '{ticket.Id}'");

    private async Task<List<OutboxMessage>> MessagesAsync(Ticket ticket)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Set<OutboxMessage>().Where(m => m.OrderingKey == ticket.Id).ToListAsync(Ct);
    }
}
