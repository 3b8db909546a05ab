using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Journease.Scheduling.Gates;

/// <summary>Looks every few seconds for clearances that have ended and puts what they covered on hold. Runs in every replica.</summary>
internal sealed partial class ExpiredClearances(
    IServiceScopeFactory scopes, IOptions<SchedulingOptions> options, TimeProvider clock, ILogger<ExpiredClearances> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ExpiryCheck, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await HandleOneAsync(stoppingToken))
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e.GetType().Name);
            }
        }
    }

    private async Task<bool> HandleOneAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchedulingDbContext>();
        return await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var now = clock.GetUtcNow();
            // The client's gate row is what is claimed, not the due row: consumers lock it first too, so nobody meets crosswise.
            var gate = await db.Gates.FromSql($"""
                SELECT g.* FROM scheduling.gate g
                WHERE EXISTS (SELECT FROM scheduling.clearance_expiry e WHERE e.client_id = g.id AND e.due_at <= {now})
                LIMIT 1 FOR UPDATE OF g SKIP LOCKED
                """).SingleOrDefaultAsync(token);
            if (gate is null)
            {
                return false;
            }

            await db.HoldUncoveredAsync(gate, now, token);
            await db.SaveChangesAsync(token);
            await db.ClearanceExpiries.Where(expiry => expiry.ClientId == gate.Id && expiry.DueAt <= now).ExecuteDeleteAsync(token);
            await transaction.CommitAsync(token);
            return true;
        }, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ended clearances could not be looked for: {Failure}; trying again")]
    private partial void LogFailed(string failure);
}
