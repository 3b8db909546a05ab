using Journease.Messaging.Dispatch;
using Journease.Messaging.Measuring;
using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Journease.Messaging.Inbox;

/// <summary>
/// Counts how often a message comes back without an answer, outside the consumer's transaction: a message that kills the
/// process which handles it must not do so for ever. Above the limit it goes to the error queue unread.
/// </summary>
internal sealed class RedeliveryLimit(NpgsqlDataSource database, OutboxTable table, MessagingMeter meter, IOptions<MessagingOptions> options) : IFilter<ConsumeContext>
{
    private readonly string count = $"""
        INSERT INTO {table.Schema}.redelivery AS r (message_id, consumer, times, last_at) VALUES ($1, $2, 1, clock_timestamp())
        ON CONFLICT (message_id, consumer) DO UPDATE SET times = r.times + 1, last_at = clock_timestamp()
        RETURNING times
        """;

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        if (context.ReceiveContext.Redelivered && context.GetOriginalMessageId() is { } id)
        {
            var consumer = context.ConsumerName();
            var times = await CountAsync(id, consumer, context.CancellationToken);
            if (times > options.Value.RedeliveryLimit)
            {
                meter.GivenUp(consumer);
                throw new RedeliveredTooOftenException();
            }
        }
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("redelivery-limit");

    private async Task<int> CountAsync(Guid id, string consumer, CancellationToken ct)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                await using var command = database.CreateCommand(count);
                command.Parameters.Add(new() { Value = id });
                command.Parameters.Add(new() { Value = consumer });
                return (int)(await command.ExecuteScalarAsync(ct))!;
            }
            catch (Exception e) when (Transient.IsDatabaseAway(e))
            {
                await Task.Delay(Backoff.After(failures, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5)), ct);
            }
        }
    }
}
