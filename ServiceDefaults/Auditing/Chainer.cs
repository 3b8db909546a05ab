using Journease.Audit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Journease.ServiceDefaults.Auditing;

/// <summary>Gives new audit events their place in the chain, and anchors its end outside the database now and then, and when it stops.</summary>
internal sealed partial class Chainer(
    AuditChain chain, AnchorPlace place, IOptions<AuditSettings> settings, TimeProvider clock, ILogger<Chainer> logger) : BackgroundService
{
    private long anchored;
    private DateTimeOffset anchoredAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(settings.Value.ChainEvery);
            do
            {
                await TurnAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            await AnchorAsync(CancellationToken.None);
        }
    }

    private async Task TurnAsync(CancellationToken ct)
    {
        try
        {
            var extended = false;
            while (await chain.ExtendAsync(ct) > 0)
            {
                extended = true;
            }
            if (extended && clock.GetUtcNow() - anchoredAt >= settings.Value.AnchorEvery)
            {
                await AnchorAsync(ct);
            }
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            LogLater(e is PostgresException { SqlState: var code } ? code : e.GetType().Name);
        }
    }

    private async Task AnchorAsync(CancellationToken ct)
    {
        try
        {
            if (await place.FindAsync(ct) is { } anchor && await chain.HeadAsync(ct) is { } head && head.Sequence > anchored)
            {
                await anchor.AppendAsync(head, clock.GetUtcNow(), ct);
                (anchored, anchoredAt) = (head.Sequence, clock.GetUtcNow());
                var end = Convert.ToHexStringLower(head.Hash);
                LogAnchored(head.Sequence, end);
            }
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            LogNotAnchored(e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit chain is anchored at {Sequence}: {Hash}")]
    private partial void LogAnchored(long sequence, string hash);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit chain waits: {Code}")]
    private partial void LogLater(string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit chain could not be anchored outside the database: {Code}")]
    private partial void LogNotAnchored(string code);
}
