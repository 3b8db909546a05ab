using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Journease.Mail;

/// <summary>Something that this process may hand over now.</summary>
public sealed record Claimed(Guid Id, Guid OwnerId, string Kind, int Attempts, int Interruptions);

/// <summary>The sender's statements on the table of one kind of outgoing thing. Replicas skip what another has taken.</summary>
internal sealed class OutgoingQueue<TOutgoing>(ServiceDbContext db, ICarrier<TOutgoing> carrier, TimeProvider clock)
    where TOutgoing : Outgoing
{
    /// <summary>
    /// Takes some and counts the try before it is made, so that one which brings the process down is not tried for ever. One
    /// whose claim has run out may have been sent by whoever died.
    /// </summary>
    public Task<List<Claimed>> ClaimAsync(int most, TimeSpan claimedFor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var claim = $$"""
            UPDATE {{Table}} SET
              attempts = attempts + 1,
              interruptions = interruptions + CASE WHEN claimed_until IS NULL THEN 0 ELSE 1 END,
              claimed_until = {0}
            WHERE id IN (
              SELECT id FROM {{Table}}
              WHERE sent_at IS NULL AND given_up_at IS NULL AND available_at <= {1} AND (claimed_until IS NULL OR claimed_until <= {1})
              ORDER BY available_at LIMIT {2} FOR UPDATE SKIP LOCKED)
            RETURNING id, owner_id, kind, attempts, interruptions
            """;
        return db.InOneTransactionAsync(async (transaction, token) =>
        {
            var claimed = await db.Database.SqlQueryRaw<Claimed>(claim, now + claimedFor, now, most).ToListAsync(token);
            await transaction.CommitAsync(token);
            return claimed;
        }, ct);
    }

    public Task SentAsync(Guid id, CancellationToken ct) => SetAsync(id, row =>
    {
        row.SetProperty(outgoing => outgoing.SentAt, clock.GetUtcNow());
        carrier.Forget(row);
    }, ct);

    public Task TryAgainAsync(Guid id, TimeSpan wait, string failure, CancellationToken ct) => SetAsync(id, row => row
        .SetProperty(outgoing => outgoing.AvailableAt, clock.GetUtcNow() + wait).SetProperty(outgoing => outgoing.LastFailure, failure), ct);

    /// <summary>It is not its time yet, and this was no try.</summary>
    public Task PostponeAsync(Guid id, DateTimeOffset until, CancellationToken ct) => SetAsync(id, row => row
        .SetProperty(outgoing => outgoing.AvailableAt, until).SetProperty(outgoing => outgoing.Attempts, outgoing => outgoing.Attempts - 1), ct);

    public Task GiveUpAsync(Guid id, string failure, CancellationToken ct) => SetAsync(id, row =>
    {
        row.SetProperty(outgoing => outgoing.GivenUpAt, clock.GetUtcNow()).SetProperty(outgoing => outgoing.LastFailure, failure);
        carrier.Forget(row);
    }, ct);

    /// <summary>Deletes the records of what was finished before then.</summary>
    public Task ForgetAsync(DateTimeOffset before, CancellationToken ct) => db.Set<TOutgoing>()
        .Where(outgoing => outgoing.WrittenAt < before && (outgoing.SentAt != null || outgoing.GivenUpAt != null)).ExecuteDeleteAsync(ct);

    private Task<int> SetAsync(Guid id, Action<UpdateSettersBuilder<TOutgoing>> set, CancellationToken ct) =>
        db.Set<TOutgoing>().Where(outgoing => outgoing.Id == id).ExecuteUpdateAsync(
            row =>
            {
                row.SetProperty(outgoing => outgoing.ClaimedUntil, (DateTimeOffset?)null);
                set(row);
            },
            ct);

    private string Table => db.Model.FindEntityType(typeof(TOutgoing)) is { } type
        ? $"{type.GetSchema() ?? db.Model.GetDefaultSchema()}.{type.GetTableName()}"
        : throw new InvalidOperationException($"The model of the service has no table of {typeof(TOutgoing).Name}.");
}
