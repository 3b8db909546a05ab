using OpenIddict.Abstractions;

namespace Journease.Identity.OpenIdConnect;

/// <summary>Every hour, deletes tokens and authorizations that have been of no use for two weeks.</summary>
internal sealed partial class ForgetSpentTokens(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetSpentTokens> logger) : BackgroundService
{
    // Kept a while, so that the replay of an old refresh token is recognised and ends its family.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = clock.GetUtcNow() - KeptFor;
                await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Spent tokens could not be deleted this hour: {Failure}")]
    private partial void LogFailed(string failure);
}
