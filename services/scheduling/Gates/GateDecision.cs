using Journease.Scheduling.Appointments;
using Journease.Scheduling.SessionTypes;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Gates;

/// <summary>Decides by the gate inside a transaction, with the client's gate row locked until its end.</summary>
internal static class GateDecision
{
    public static async Task<IReadOnlyList<GateCondition>> MissingAsync(
        SchedulingDbContext db, GateStage stage, Guid clientId, DateTimeOffset startsAt, DateTimeOffset endsAt, Guid? itself, CancellationToken ct)
    {
        var gate = await db.Gates.LockAsync(clientId, ct);
        var plan = await DosingPlan.ReadAsync(db, clientId, startsAt, endsAt, itself, ct);
        return GateRules.Missing(stage, GateReading.Met(gate, plan));
    }

    /// <summary>Whether the client now has a ketamine session to come with no preparation before it. The gate row is locked by the caller.</summary>
    public static async Task<bool> LeavesOneUnpreparedAsync(SchedulingDbContext db, Guid clientId, DateTimeOffset now, CancellationToken ct)
    {
        var sessions = await db.Appointments.AsNoTracking()
            .Where(a => a.ClientId == clientId && a.SessionType == SessionType.DosingCode && a.Status == AppointmentStatus.Booked && a.StartsAt > now)
            .ToListAsync(ct);
        foreach (var session in sessions)
        {
            var plan = await DosingPlan.ReadAsync(db, clientId, session.StartsAt, session.EndsAt, session.Id, ct);
            if (!GateReading.Met(null, plan).Contains(GateCondition.PreparationArranged))
            {
                return true;
            }
        }
        return false;
    }
}
