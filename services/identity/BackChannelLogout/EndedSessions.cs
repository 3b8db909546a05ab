using Journease.Identity.Clients;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.BackChannelLogout;

/// <summary>
/// The one place where sessions end before their time. The same statement writes a notice for every client that got tokens
/// through one of them and wants to hear of it: no session ends without, and none is announced that goes on.
/// </summary>
internal sealed class EndedSessions(IdentityDbContext db, TimeProvider clock)
{
    public Task EndAllAsync(Guid account, CancellationToken ct) => EndAsync(account, only: null, spared: null, ct);

    public Task EndOneAsync(Guid account, Guid session, CancellationToken ct) => EndAsync(account, only: session, spared: null, ct);

    public Task EndOthersAsync(Guid account, Guid spared, CancellationToken ct) => EndAsync(account, only: null, spared, ct);

    private Task<int> EndAsync(Guid account, Guid? only, Guid? spared, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Database.ExecuteSqlAsync($"""
            WITH ended AS (
              DELETE FROM identity.session
              WHERE account_id = {account} AND id = coalesce({only}, id) AND id IS DISTINCT FROM {spared}
              RETURNING id, account_id, clients)
            INSERT INTO identity.logout_notice (session_id, client_id, account_id, address, ended_at, attempts, next_try_at)
            SELECT ended.id, told.client_id, ended.account_id, told.address, {now}, 0, {now}
            FROM ended JOIN (
              SELECT client_id, properties::jsonb ->> {PlatformClients.BackChannelLogoutAddress} AS address FROM identity.client
            ) told ON told.client_id = ANY (ended.clients)
            WHERE told.address IS NOT NULL
            """, ct);
    }
}
