using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Journease.Intake.Exports;

/// <summary>Makes the copies that people have asked for, and deletes those whose time is over. Runs in every replica.</summary>
internal sealed partial class GatherExports(
    IServiceScopeFactory scopes, IOptions<ExportOptions> options, TimeProvider clock, ILogger<GatherExports> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await ClaimAsync(stoppingToken) is { } id)
                {
                    await GatherAsync(id, stoppingToken);
                }
                await DeleteExpiredAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e.GetType().Name);
            }
        }
    }

    // Committed before anybody is asked: no transaction is open while others answer, and a process that dies loses only time.
    private async Task<Guid?> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDbContext>();
        return await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var now = clock.GetUtcNow();
            var export = await db.Exports.FromSql($"""
                SELECT * FROM intake.export WHERE state = 'Gathering' AND due_at <= {now}
                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
                """).SingleOrDefaultAsync(token);
            export?.Claim(now + options.Value.ClaimedFor);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return export?.Id;
        }, ct);
    }

    private async Task GatherAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExportMaking>().GoOnAsync(id, ct);
    }

    private async Task DeleteExpiredAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDbContext>();
        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var now = clock.GetUtcNow();
            var expired = await db.Exports.FromSql($"""
                SELECT * FROM intake.export WHERE state = 'Ready' AND expires_at <= {now} LIMIT 20 FOR UPDATE SKIP LOCKED
                """).ToListAsync(token);
            expired.ForEach(export => export.Delete());
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return expired.Count;
        }, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "People's copies could not be made or deleted: {Failure}; trying again")]
    private partial void LogFailed(string failure);
}
