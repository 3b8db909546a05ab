using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.BackChannelLogout;

/// <summary>A client that this process is to tell now.</summary>
internal sealed record ClaimedNotice(Guid SessionId, string ClientId, Guid AccountId, string Address, DateTimeOffset EndedAt, int Attempts);

/// <summary>The sender's statements on table <c>logout_notice</c>. Replicas skip what another has taken.</summary>
internal sealed class LogoutQueue(IdentityDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Takes notices by putting their next try behind the time that this one may take: nobody else has them meanwhile, and
    /// one whose process died comes up again by itself. The pauses double.
    /// </summary>
    public Task<List<ClaimedNotice>> ClaimAsync(int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.InOneTransactionAsync(async (transaction, token) =>
        {
            var claimed = await db.Database.SqlQuery<ClaimedNotice>($"""
                UPDATE identity.logout_notice notice SET
                  attempts = notice.attempts + 1,
                  next_try_at = {now} + least({FirstWait} * power(2, least(notice.attempts, 10)), {LongestWait})
                FROM (
                  SELECT session_id, client_id FROM identity.logout_notice
                  WHERE next_try_at <= {now} ORDER BY next_try_at LIMIT {most} FOR UPDATE SKIP LOCKED) due
                WHERE notice.session_id = due.session_id AND notice.client_id = due.client_id
                RETURNING notice.session_id, notice.client_id, notice.account_id, notice.address, notice.ended_at, notice.attempts
                """).ToListAsync(token);
            await transaction.CommitAsync(token);
            return claimed;
        }, ct);
    }

    /// <summary>The client knows, or will not be told any more.</summary>
    public Task DoneAsync(ClaimedNotice notice, CancellationToken ct) => db.LogoutNotices
        .Where(one => one.SessionId == notice.SessionId && one.ClientId == notice.ClientId).ExecuteDeleteAsync(ct);
}
