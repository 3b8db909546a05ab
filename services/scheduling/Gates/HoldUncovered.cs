using Journease.Scheduling.Appointments;
using Journease.Scheduling.SessionTypes;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Gates;

internal static class HoldUncovered
{
    /// <summary>Puts every future ketamine session that no clearance covers any more on hold. The gate row is locked by the caller.</summary>
    public static async Task HoldUncoveredAsync(this SchedulingDbContext db, Gate gate, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Appointments
            .FromSql($"""
                SELECT * FROM scheduling.appointment
                WHERE client_id = {gate.Id} AND session_type = {SessionType.DosingCode} AND status = {AppointmentStatus.Booked.ToString()} AND ends_at > {now}
                ORDER BY id FOR UPDATE
                """)
            .ToListAsync(ct);
        foreach (var appointment in open.Where(appointment => !IsCovered(gate, appointment, now)))
        {
            appointment.HoldForReview(now);
        }
    }

    // A clearance that has ended covers nothing, not even a session that was to end before it.
    private static bool IsCovered(Gate gate, Appointment appointment, DateTimeOffset now) =>
        gate.Clearances.Any(clearance => clearance.ExpiresAt > now && clearance.CoversDosingUntil(appointment.EndsAt));
}
