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
}
