using Microsoft.Extensions.Options;

namespace Journease.Identity.Mail;

/// <summary>
/// Sends the letters that are waiting, in every replica. A mail server that is away is tried again later and later, about a
/// day long; a process that dies between sending and noting it lets the letter be sent once more, and not a third time.
/// </summary>
internal sealed partial class MailSender(
    IServiceScopeFactory scopes, MailServer server, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailSender> logger) : BackgroundService
{
    private const int AtOnce = 10;
    private const int MostInterruptions = 1;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(4);

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
                    await ForgetAsync(stoppingToken);
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
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<MailQueue>();
        var letters = scope.ServiceProvider.GetRequiredService<LetterBox>();
        var claimed = await queue.ClaimAsync(AtOnce, options.Value.ClaimedFor, ct);
        foreach (var mail in claimed)
        {
            await SendAsync(mail, queue, letters, ct);
        }
        return claimed.Count;
    }

    private async Task SendAsync(ClaimedMail mail, MailQueue queue, LetterBox letters, CancellationToken ct)
    {
        if (mail.Interruptions > MostInterruptions)
        {
            await GiveUpAsync(mail, queue, "interrupted", ct);
            return;
        }
        if (mail.Interruptions > 0)
        {
            LogMayArriveTwice(mail.Id, mail.Kind);
        }
        try
        {
            if (await letters.OpenAsync(mail, ct) is not { } letter)
            {
                await GiveUpAsync(mail, queue, "forgotten", ct);
                return;
            }
            await server.SendAsync(mail.Id, mail.Attempts, letter, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            await FailedAsync(mail, MailFailure.Of(e), queue, ct);
            return;
        }
        // Not to be broken off by a stop: it has been sent.
        await queue.SentAsync(mail.Id, CancellationToken.None);
    }

    private async Task FailedAsync(ClaimedMail mail, MailFailure failure, MailQueue queue, CancellationToken ct)
    {
        if (failure.IsFinal || mail.Attempts >= options.Value.Attempts)
        {
            await GiveUpAsync(mail, queue, failure.Name, ct);
            return;
        }
        var wait = FirstWait * Math.Pow(2, Math.Min(mail.Attempts - 1, 20));
        LogFailed(mail.Id, mail.Kind, mail.Attempts, failure.Name);
        await queue.TryAgainAsync(mail.Id, wait < LongestWait ? wait : LongestWait, failure.Name, ct);
    }

    private async Task GiveUpAsync(ClaimedMail mail, MailQueue queue, string failure, CancellationToken ct)
    {
        LogGivenUp(mail.Id, mail.Kind, mail.Attempts, failure);
        await queue.GiveUpAsync(mail.Id, failure, ct);
    }

    private async Task ForgetAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MailQueue>().ForgetAsync(clock.GetUtcNow() - options.Value.KeptFor, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters could not be looked for: {Failure}")]
    private partial void LogStuck(string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Mail} ({Kind}) may arrive twice: a process ended while it sent it")]
    private partial void LogMayArriveTwice(Guid mail, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Mail} ({Kind}) was not sent at try {Attempt}: {Failure}")]
    private partial void LogFailed(Guid mail, string kind, int attempt, string failure);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Letter {Mail} ({Kind}) was given up after {Attempts} tries, act now: {Failure}")]
    private partial void LogGivenUp(Guid mail, string kind, int attempts, string failure);
}
