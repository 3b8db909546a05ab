using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Journease.Mail;

/// <summary>
/// Hands over what is waiting, in every replica. Another side that is away is tried again later and later; a process that dies
/// between sending and noting it lets the thing be sent once more, and not a third time.
/// </summary>
internal sealed partial class OutgoingSender<TOutgoing>(
    IServiceScopeFactory scopes, IOptions<MailOptions> options, TimeProvider clock, ILogger<OutgoingSender<TOutgoing>> logger) : BackgroundService
    where TOutgoing : Outgoing
{
    // Together, because each may use up all its patience: one after the other they would outlast their claim.
    private const int AtOnce = 8;
    private const int MostInterruptions = 1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var forgetAt = clock.GetUtcNow();
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SendSomeAsync(stoppingToken) == AtOnce)
                {
                }
                if (clock.GetUtcNow() >= forgetAt)
                {
                    await InScopeAsync((queue, _) => queue.ForgetAsync(clock.GetUtcNow() - options.Value.KeptFor, stoppingToken));
                    forgetAt = clock.GetUtcNow() + TimeSpan.FromHours(1);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogStuck(e.GetType().Name);
            }
        }
    }

    private async Task<int> SendSomeAsync(CancellationToken ct)
    {
        List<Claimed> claimed = [];
        await InScopeAsync(async (queue, _) => claimed = await queue.ClaimAsync(AtOnce, options.Value.ClaimedFor, ct));
        await Task.WhenAll(claimed.Select(one => InScopeAsync((queue, carrier) => SendAsync(one, queue, carrier, ct))));
        return claimed.Count;
    }

    private async Task SendAsync(Claimed claimed, OutgoingQueue<TOutgoing> queue, ICarrier<TOutgoing> carrier, CancellationToken ct)
    {
        if (claimed.Interruptions > MostInterruptions)
        {
            await GiveUpAsync(claimed, queue, "interrupted", ct);
            return;
        }
        if (claimed.Interruptions > 0)
        {
            LogMayArriveTwice(claimed.Id, claimed.Kind);
        }

        Carried carried;
        try
        {
            carried = await carrier.CarryAsync(claimed, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            await FailedAsync(claimed, DeliveryFailure.Of(e), queue, carrier.Retries, ct);
            return;
        }
        // Not to be broken off by a stop: it has been sent.
        await (carried switch
        {
            { Later: { } later } => queue.PostponeAsync(claimed.Id, later, CancellationToken.None),
            { NotNeeded: { } why } => queue.GiveUpAsync(claimed.Id, why, CancellationToken.None),
            _ => queue.SentAsync(claimed.Id, CancellationToken.None),
        });
    }

    private async Task FailedAsync(Claimed claimed, DeliveryFailure failure, OutgoingQueue<TOutgoing> queue, RetryPlan retries, CancellationToken ct)
    {
        if (failure.IsFinal || claimed.Attempts >= retries.Attempts)
        {
            await GiveUpAsync(claimed, queue, failure.Name, ct);
            return;
        }
        LogFailed(claimed.Id, claimed.Kind, claimed.Attempts, failure.Name);
        await queue.TryAgainAsync(claimed.Id, retries.WaitAfter(claimed.Attempts), failure.Name, ct);
    }

    private async Task GiveUpAsync(Claimed claimed, OutgoingQueue<TOutgoing> queue, string failure, CancellationToken ct)
    {
        LogGivenUp(claimed.Id, claimed.Kind, claimed.Attempts, failure);
        await queue.GiveUpAsync(claimed.Id, failure, ct);
    }

    private async Task InScopeAsync(Func<OutgoingQueue<TOutgoing>, ICarrier<TOutgoing>, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(
            scope.ServiceProvider.GetRequiredService<OutgoingQueue<TOutgoing>>(), scope.ServiceProvider.GetRequiredService<ICarrier<TOutgoing>>());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters could not be looked for: {Failure}")]
    private partial void LogStuck(string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} ({Kind}) may arrive twice: a process ended while it sent it")]
    private partial void LogMayArriveTwice(Guid letter, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} ({Kind}) was not sent at try {Attempt}: {Failure}")]
    private partial void LogFailed(Guid letter, string kind, int attempt, string failure);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Letter {Letter} ({Kind}) was given up after {Attempts} tries, act now: {Failure}")]
    private partial void LogGivenUp(Guid letter, string kind, int attempts, string failure);
}
