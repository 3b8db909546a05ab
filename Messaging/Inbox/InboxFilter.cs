using Journease.Messaging.Dispatch;
using Journease.Messaging.Measuring;
using Journease.Messaging.Outbox;
using Journease.ServiceDefaults.UnitOfWork;
using MassTransit;

namespace Journease.Messaging.Inbox;

/// <summary>
/// Runs a consumer in one transaction with the memory that it has run: every message has its effect once, however often
/// it is delivered. The consumer's changes and announcements are saved and committed here.
/// </summary>
internal sealed class InboxFilter<TMessage>(MessagingDbContext db, Cause cause, MessagingMeter meter) : IFilter<ConsumeContext<TMessage>>
    where TMessage : class
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly InboxTable inbox = new(db);

    public async Task Send(ConsumeContext<TMessage> context, IPipe<ConsumeContext<TMessage>> next)
    {
        var id = context.GetOriginalMessageId() ?? throw new MessageWithoutIdException();
        var consumer = context.ConsumerName();
        cause.IsMessage(id, context.CorrelationId);

        var started = TimeProvider.System.GetTimestamp();
        for (var failures = 0; ; failures++)
        {
            try
            {
                if (!await HandleAsync(id, consumer, context, next))
                {
                    meter.Duplicate(consumer);
                    // Otherwise it would count as skipped and be moved to a queue of its own.
                    await context.NotifyConsumed(context.ReceiveContext.ElapsedTime, consumer);
                }
                return;
            }
            catch (Exception e) when (Transient.IsDatabaseAway(e) && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                // The message is not at fault, and the error queue is no waiting room.
                await Task.Delay(Backoff.After(failures, FirstPause, LongestPause), context.CancellationToken);
            }
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    private Task<bool> HandleAsync(Guid id, string consumer, ConsumeContext<TMessage> context, IPipe<ConsumeContext<TMessage>> next) =>
        db.InOneTransactionAsync(async (transaction, ct) =>
        {
            if (!await inbox.ClaimAsync(id, consumer, ct))
            {
                return false;
            }
            await next.Send(context);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }, context.CancellationToken);
}
