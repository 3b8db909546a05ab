using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.EmergencyAccesses;

internal static class RunningAccess
{
    /// <summary>
    /// The emergency access that this clinician has to this client right now. The database's clock decides, so that it ends
    /// at the same instant on every replica.
    /// </summary>
    public static async Task<EmergencyAccess?> OpenEmergencyAccessAsync(
        this IntakeDbContext db, Guid accountId, Guid clientId, CancellationToken ct)
    {
        var now = await db.NowAsync(ct);
        return await db.EmergencyAccesses.AsNoTracking()
            .Where(access => access.AccountId == accountId && access.ClientId == clientId)
            .Where(access => access.EndedAt == null && access.ExpiresAt > now)
            .OrderByDescending(access => access.ExpiresAt)
            .FirstOrDefaultAsync(ct);
    }
}
