using System.Threading.Channels;

namespace Journease.Messaging.Outbox;

/// <summary>Tells this process's dispatcher at once, and the notifier that tells other replicas, that there is something to send.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<bool> work = Latch();
    private readonly Channel<bool> news = Latch();

    /// <summary>Something was committed here.</summary>
    public void Committed()
    {
        work.Writer.TryWrite(true);
        news.Writer.TryWrite(true);
    }

    /// <summary>Another replica says that it committed something.</summary>
    public void Heard() => work.Writer.TryWrite(true);

    /// <summary>Waits until there may be something to send, no longer than the interval: a signal is a hint, never the truth.</summary>
    public async Task WaitForWorkAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            await work.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Time for an unasked look.
        }
    }

    public ValueTask<bool> WaitForNewsAsync(CancellationToken ct) => news.Reader.ReadAsync(ct);

    private static Channel<bool> Latch() =>
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
