using Microsoft.Extensions.Options;

namespace Journease.Identity.BackChannelLogout;

/// <summary>
/// Tells clients that sessions have ended, in every replica. One that does not take it is told again after growing pauses and
/// given up after twelve hours: by then it has long been refused fresh tokens.
/// </summary>
internal sealed partial class LogoutSender(
    IServiceScopeFactory scopes, IHttpClientFactory clients, LogoutTokens tokens, IOptions<LogoutOptions> options, TimeProvider clock, ILogger<LogoutSender> logger)
    : BackgroundService
{
    public const string HttpClientName = "back-channel-logout";

    /// <summary>Within the first pause of <see cref="LogoutQueue"/>, so that no notice is under way twice.</summary>
    public static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(5);

    private const int AtOnce = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await TellSomeAsync(stoppingToken) == AtOnce)
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogStuck(e.GetType().Name);
            }
        }
    }

    private async Task<int> TellSomeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<LogoutQueue>();
        var claimed = await queue.ClaimAsync(AtOnce, ct);
        var failures = await Task.WhenAll(claimed.Select(notice => TellAsync(notice, ct)));
        foreach (var (notice, failure) in claimed.Zip(failures))
        {
            if (failure is null || IsGivenUp(notice, failure))
            {
                // Not to be broken off by a stop: the client has been told.
                await queue.DoneAsync(notice, CancellationToken.None);
            }
        }
        return claimed.Count;
    }

    /// <summary>Null when the client took it, otherwise what went wrong.</summary>
    private async Task<string?> TellAsync(ClaimedNotice notice, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", tokens.Write(notice))]);
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var answer = await client.PostAsync(new Uri(notice.Address), form, ct);
            return answer.IsSuccessStatusCode ? null : answer.StatusCode.ToString();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            return e.GetType().Name;
        }
    }

    private bool IsGivenUp(ClaimedNotice notice, string failure)
    {
        if (clock.GetUtcNow() - notice.EndedAt < options.Value.TriedFor)
        {
            LogFailed(notice.ClientId, notice.SessionId, notice.Attempts, failure);
            return false;
        }
        LogGivenUp(notice.ClientId, notice.SessionId, notice.Attempts, failure);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Clients could not be told of ended sessions: {Failure}")]
    private partial void LogStuck(string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Client} was not told at try {Attempt} that session {Session} has ended: {Failure}")]
    private partial void LogFailed(string client, Guid session, int attempt, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Client} was given up after {Attempts} tries and never told that session {Session} has ended: {Failure}")]
    private partial void LogGivenUp(string client, Guid session, int attempts, string failure);
}
