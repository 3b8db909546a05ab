using Microsoft.Extensions.Options;

namespace Journease.Identity.Keys;

/// <summary>Every replica learns within a minute which keys there are; once an hour one of them sees whether new ones are due.</summary>
internal sealed partial class KeyCare(
    ServerKeys keys, IServiceScopeFactory scopes, IOptions<KeyOptions> options, TimeProvider clock, ILogger<KeyCare> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ReadEvery, clock);
        var lookAt = clock.GetUtcNow();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (clock.GetUtcNow() >= lookAt)
                {
                    await using var scope = scopes.CreateAsyncScope();
                    var made = await scope.ServiceProvider.GetRequiredService<KeyRotation>().RotateByAgeAsync(stoppingToken);
                    LogLooked(made);
                    lookAt = clock.GetUtcNow() + TimeSpan.FromHours(1);
                }
                await keys.LoadAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Looked whether keys are due: {Made} were made")]
    private partial void LogLooked(int made);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys could not be read; the ones from before stand: {Failure}")]
    private partial void LogFailed(string failure);
}
