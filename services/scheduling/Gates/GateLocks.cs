using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Gates;

/// <summary>Locks the client's one gate row until the transaction ends. Always taken before any appointment is touched.</summary>
internal static class GateLocks
{
    /// <summary>For an act that decides by the gate; null when nothing is known of the client, which clears nobody.</summary>
    public static Task<Gate?> LockAsync(this DbSet<Gate> gates, Guid clientId, CancellationToken ct) =>
        gates.FromSql($"SELECT * FROM scheduling.gate WHERE id = {clientId} FOR UPDATE").SingleOrDefaultAsync(ct);

    /// <summary>For a consumer that changes a fact; the row is made when it is the first.</summary>
    public static async Task<Gate> LockForChangeAsync(this SchedulingDbContext db, Guid clientId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO scheduling.gate (id, version, clearances, consents, concerns)
            VALUES ({clientId}, 0, '[]', '[]', '[]') ON CONFLICT DO NOTHING
            """, ct);
        return (await db.Gates.LockAsync(clientId, ct))!;
    }
}
