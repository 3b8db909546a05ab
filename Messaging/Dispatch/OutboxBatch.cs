using System.Diagnostics;
using Journease.Messaging.Measuring;
using Journease.Messaging.Parking;
using Npgsql;

namespace Journease.Messaging.Dispatch;

/// <summary>Claims what may be sent, sends it, and deletes what the broker confirmed, in one transaction.</summary>
internal sealed class OutboxBatch(
    NpgsqlDataSource database, OutboxTable table, EventSender sender, MessagingMeter meter, ParkingAlarm alarm, DispatchHooks hooks)
{
    private const int MessagesPerHead = 5;
    private static readonly TimeSpan LongestBatch = TimeSpan.FromSeconds(20);

    /// <summary>True when there may be more to send. Throws when broker or database cannot be reached.</summary>
    public async Task<bool> SendAsync(int heads, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var claimed = await table.ClaimAsync(connection, heads, heads * MessagesPerHead, ct);
        if (claimed.Count == 0)
        {
            return false;
        }

        var started = Stopwatch.GetTimestamp();
        // Side by side across aggregates; within one aggregate the next waits for the confirmation of the one before.
        var runs = await Task.WhenAll(claimed.GroupBy(message => message.OrderingKey).Select(run => SendInOrderAsync([.. run], started, ct)));
        await hooks.AfterConfirm();

        var sent = runs.SelectMany(run => run.Sent).ToList();
        var refused = runs.SelectMany(run => run.Refused).ToList();
        // What was confirmed is deleted even when the process is told to stop.
        await table.SettleAsync(connection, sent, refused, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);

        meter.Sent(sent);
        foreach (var refusal in refused)
        {
            meter.Refused(refusal);
            alarm.Parked(refusal);
        }
        if (runs.FirstOrDefault(run => run.Unreachable is not null)?.Unreachable is { } unreachable)
        {
            throw unreachable;
        }
        return true;
    }

    private async Task<Run> SendInOrderAsync(List<Claimed> messages, long started, CancellationToken ct)
    {
        var run = new Run();
        foreach (var message in messages)
        {
            try
            {
                var refusal = await sender.SendAsync(message, ct);
                if (refusal is null)
                {
                    run.Sent.Add(message);
                }
                else
                {
                    run.Refused.Add(refusal);
                }
                // A message that is tried again later holds back those behind it; a parked one does not.
                if (refusal is { Park: false } || Stopwatch.GetElapsedTime(started) > LongestBatch)
                {
                    return run;
                }
            }
            catch (Exception e) when (BrokerAway.Says(e))
            {
                run.Unreachable = e;
                return run;
            }
        }
        return run;
    }

    private sealed class Run
    {
        public List<Claimed> Sent { get; } = [];
        public List<Refused> Refused { get; } = [];
        public Exception? Unreachable { get; set; }
    }
}
