using Microsoft.EntityFrameworkCore;

namespace Journease.Portal.Sessions;

/// <summary>Deletes sessions that have ended, every ten minutes.</summary>
internal sealed partial class ExpiredSessions(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiredSessions> logger) : BackgroundService
{
    /// <summary>How many sessions were deleted.</summary>
    public async Task<int> DeleteAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<EndedSessions>().ForgetAsync(ct);
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>()
            .Sessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await DeleteAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ended sessions could not be deleted this time: {Failure}")]
    private partial void LogFailed(string failure);
}
