using Journease.Identity.Passkeys;
using Journease.Identity.Sessions;
using Journease.Identity.Staff;
using Journease.Identity.Throttling;
using Journease.Sealing;
using Journease.Sealing.DataKeys;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Accounts;

/// <summary>
/// Every hour, deletes what has done its work or never will: requests for an account, invitations and links a week after they ended, with
/// the keys that sealed them, counts of tries that no longer count, and sessions and challenges that are over.
/// </summary>
internal sealed partial class ForgetLeftovers(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetLeftovers> logger) : BackgroundService
{
    // Kept a while, so that an old link can explain itself.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);
    private const int AtOnce = 500;

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

    internal async Task ForgetAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var keys = scope.ServiceProvider.GetRequiredService<ForgottenKeys>();
        var before = clock.GetUtcNow() - KeptFor;

        await scope.ServiceProvider.GetRequiredService<Throttle>().ForgetAsync(ct);
        await scope.ServiceProvider.GetRequiredService<OpenSessions>().ForgetAsync(ct);
        await scope.ServiceProvider.GetRequiredService<PasskeyChallenges>().ForgetAsync(ct);
        await scope.ServiceProvider.GetRequiredService<Invitations>().ForgetAsync(before, ct);
        // An account that was opened goes on with the key of the request; the key of one that was not is of no use to anybody.
        var requested = await db.RequestedAccounts.Where(one => one.ExpiresAt < before).OrderBy(one => one.ExpiresAt).Take(AtOnce)
            .Select(one => new { one.Id, IsOpened = one.OpenedAt != null }).ToListAsync(ct);
        foreach (var one in requested)
        {
            if (!one.IsOpened)
            {
                await keys.DestroyAsync(one.Id, KeyPurpose.Personal, ct);
            }
            await db.RequestedAccounts.Where(row => row.Id == one.Id).ExecuteDeleteAsync(ct);
        }
        foreach (var id in await db.SignInLinks.Where(one => one.ExpiresAt < before).OrderBy(one => one.ExpiresAt).Take(AtOnce).Select(one => one.Id).ToListAsync(ct))
        {
            await keys.DestroyAsync(id, KeyPurpose.Personal, ct);
            await db.SignInLinks.Where(row => row.Id == id).ExecuteDeleteAsync(ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Leftovers could not be forgotten this hour: {Failure}")]
    private partial void LogFailed(string failure);
}
