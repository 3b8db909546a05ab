using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Journease.Messaging.Outbox;

/// <summary>
/// Raises the version of every changed aggregate and writes what it announced into the same save, so that both are
/// committed or neither is. One per scope, as its context.
/// </summary>
internal sealed class OutboxWriter(Cause cause, OutboxSignal signal, TimeProvider clock) : ISaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly List<(EntityEntry<Aggregate> Aggregate, long Before)> raised = [];
    private readonly List<OutboxMessage> written = [];
    private bool somethingToSend;

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        foreach (var entry in ChangedAggregates.In(db))
        {
            var version = entry.Property(aggregate => aggregate.Version);
            var next = version.CurrentValue + 1;
            if (entry.State != EntityState.Deleted)
            {
                raised.Add((entry, version.CurrentValue));
                version.CurrentValue = next;
            }
            Write(entry.Entity, next, db);
        }
        somethingToSend |= db.ChangeTracker.Entries<OutboxMessage>().Any(message => message.State is EntityState.Added or EntityState.Modified);
        return new(result);
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        foreach (var (aggregate, _) in raised)
        {
            aggregate.Entity.ForgetAnnounced();
        }
        Forget(eventData.Context!);
        if (eventData.Context!.Database.CurrentTransaction is null)
        {
            WakeDispatcher();
        }
        return new(result);
    }

    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Undo(eventData.Context!);
        return Task.CompletedTask;
    }

    public Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Undo(eventData.Context!);
        return Task.CompletedTask;
    }

    // EF Core reports a lost race here and not as a failed save.
    public ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(ConcurrencyExceptionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Undo(eventData.Context!);
        return new(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        WakeDispatcher();
        return Task.CompletedTask;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => WakeDispatcher();

    /// <summary>The act may answer the failure and save again: nothing of the failed try may be left.</summary>
    private void Undo(DbContext db)
    {
        foreach (var (aggregate, before) in raised)
        {
            aggregate.Property(a => a.Version).CurrentValue = before;
        }
        Forget(db);
    }

    private void Forget(DbContext db)
    {
        foreach (var message in written)
        {
            db.Entry(message).State = EntityState.Detached;
        }
        raised.Clear();
        written.Clear();
    }

    private void WakeDispatcher()
    {
        if (somethingToSend)
        {
            somethingToSend = false;
            signal.Committed();
        }
    }

    private void Write(Aggregate aggregate, long version, DbContext db)
    {
        foreach (var fact in aggregate.Announced)
        {
            EventStamp.Put(fact, aggregate, version, cause.CorrelationId, clock.GetUtcNow());
            var message = new OutboxMessage
            {
                MessageId = fact.EventId,
                MessageType = fact.GetType().FullName!,
                OrderingKey = fact.AggregateId,
                Body = EventStamp.Body(fact),
                TraceParent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null,
                CorrelationId = fact.CorrelationId,
                CausationId = cause.MessageId,
                OccurredAt = fact.OccurredAt,
            };
            db.Add(message);
            written.Add(message);
        }
    }
}
