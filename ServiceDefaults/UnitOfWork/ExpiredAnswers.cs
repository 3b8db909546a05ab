using Journease.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Journease.ServiceDefaults.UnitOfWork;

/// <summary>Forgets answers after 24 hours, once an hour and in small bites.</summary>
internal sealed partial class ExpiredAnswers(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiredAnswers> logger) : BackgroundService
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e.GetType().Name);
            }
        }
    }

    private async Task ForgetAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var before = clock.GetUtcNow() - KeptFor;
        int forgotten;
        do
        {
            forgotten = await db.Set<StoredAnswer>().Where(answer => answer.CreatedAt < before)
                .OrderBy(answer => answer.CreatedAt).Take(1000).ExecuteDeleteAsync(ct);
        }
        while (forgotten == 1000);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old answers could not be forgotten this hour: {Failure}")]
    private partial void LogFailed(string failure);
}
