using Microsoft.EntityFrameworkCore;

namespace Journease.Portal.Sessions;

/// <summary>Sessions that identity has ended.</summary>
internal sealed class EndedSessions(PortalDbContext db, TimeProvider clock)
{
    // Longer than any word of identity's and any sign-in under way.
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>
    /// Ends what began here through this session of identity's. False when this notice was taken before. Written first and
    /// looked at last by whoever begins a session: one of the two sees the other.
    /// </summary>
    public async Task<bool> EndAsync(string noticeId, string identitySession, CancellationToken ct)
    {
        var isNew = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO portal.ended_session (notice_id, identity_session, heard_at)
            VALUES ({noticeId}, {identitySession}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING
            """, ct) > 0;
        await db.Sessions.Where(session => session.IdentitySession == identitySession).ExecuteDeleteAsync(ct);
        return isNew;
    }

    /// <summary>Takes back a session that began while identity's was ending.</summary>
    public async Task EndIfOverAsync(Session session)
    {
        if (await db.EndedSessions.AnyAsync(ended => ended.IdentitySession == session.IdentitySession))
        {
            await db.Sessions.Where(one => one.Id == session.Id).ExecuteDeleteAsync();
        }
    }

    public Task ForgetAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - KeptFor;
        return db.EndedSessions.Where(ended => ended.HeardAt < before).ExecuteDeleteAsync(ct);
    }
}
