using Journease.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Appointments;

/// <summary>Where the facts about appointments are noted, in whatever order they come, one after the other for each appointment.</summary>
internal sealed class Diary(NotificationsDbContext db, TimeProvider clock)
{
    public async Task NoteTimeAsync(IEvent fact, DateTimeOffset startsAt, DateTimeOffset endsAt, CancellationToken ct) =>
        (await OfAsync(fact.AggregateId, ct)).TakesPlace(fact.SubjectId, startsAt, endsAt, fact.AggregateVersion, clock.GetUtcNow());

    public async Task NoteStateAsync(IEvent fact, AppointmentState state, CancellationToken ct) =>
        (await OfAsync(fact.AggregateId, ct)).Becomes(state, fact.AggregateVersion);

    private async Task<Appointment> OfAsync(Guid id, CancellationToken ct)
    {
        // Facts have queues of their own and come at the same moment: there is always a row, and whoever has it goes first.
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO notifications.appointment (id, state, time_version, state_version, version) VALUES ({id}, {nameof(AppointmentState.Booked)}, 0, 0, 0)
            ON CONFLICT (id) DO NOTHING
            """, ct);
        await db.Database.ExecuteSqlAsync($"SELECT FROM notifications.appointment WHERE id = {id} FOR UPDATE", ct);
        return await db.Appointments.SingleAsync(appointment => appointment.Id == id, ct);
    }
}
