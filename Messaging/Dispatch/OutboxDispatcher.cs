using Journease.Messaging.Measuring;
using Journease.Messaging.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Journease.Messaging.Dispatch;

/// <summary>
/// Sends what is committed, at least once, in order per aggregate. Any number may run, in any number of replicas;
/// none leads. Stops before the bus does, after the batch it is at.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxBatch batch, OutboxSignal signal, MessagingMeter meter, IOptions<MessagingOptions> options, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan GraceAtStop = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var grace = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() => grace.CancelAfter(GraceAtStop));
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // After a failure one message finds out whether it is over.
                var more = await batch.SendAsync(failures > 0 ? 1 : options.Value.BatchSize, grace.Token);
                if (failures > 0)
                {
                    LogBack(failures);
                    failures = 0;
                }
                if (!more)
                {
                    await signal.WaitForWorkAsync(options.Value.PollInterval * (0.5 + (0.5 * Random.Shared.NextDouble())), stoppingToken);
                }
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Broker or database away: no message is at fault and none is counted. The pause keeps the log quiet, too.
                failures++;
                var code = BrokerAway.CodeOf(e);
                meter.Unreachable(code);
                LogAway(code, failures);
                await Task.Delay(Backoff.After(failures - 1, FirstPause, LongestPause), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages cannot be sent now and wait in the outbox: {Code} (try {Failures})")]
    private partial void LogAway(string code, int failures);

    [LoggerMessage(Level = LogLevel.Information, Message = "Messages are sent again after {Failures} tries")]
    private partial void LogBack(int failures);
}
