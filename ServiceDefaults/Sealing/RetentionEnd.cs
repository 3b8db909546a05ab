using Journease.Sealing.DataKeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Journease.ServiceDefaults.Sealing;

/// <summary>Destroys the keys whose retention has ended, so that what they sealed is forgotten when the law no longer asks for it.</summary>
internal sealed partial class RetentionEnd(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RetentionEnd> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval * (0.75 + (0.5 * Random.Shared.NextDouble())));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await DestroyAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                LogLater(e.GetType().Name);
            }
        }
    }

    internal async Task DestroyAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var keys = scope.ServiceProvider.GetRequiredService<ForgottenKeys>();
        while (await keys.DestroyExpiredAsync(clock.GetUtcNow(), ct) is > 0 and var count)
        {
            LogDestroyed(count);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The retention of {Count} keys has ended; what they sealed is forgotten")]
    private partial void LogDestroyed(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Keys whose retention has ended could not be destroyed; it will be tried again: {Code}")]
    private partial void LogLater(string code);
}
