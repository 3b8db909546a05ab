using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Journease.LocalHosting.Running;

/// <summary>Asks every running resource how it is, and announces the first time it is well.</summary>
internal sealed class HealthMonitor(
    ResourceNotificationService notifications,
    HealthCheckService checks,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    TimeProvider clock)
{
    private static readonly TimeSpan WhileStarting = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan WhileIll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhileWell = TimeSpan.FromSeconds(10);

    /// <summary>How long a start is watched closely.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(60);

    public async Task WatchAsync(IResource resource, CancellationToken ct)
    {
        Task? ready = null;
        var keys = resource.HealthChecks();
        while (true)
        {
            var running = await notifications.WaitForResourceAsync(resource.Name, IsRunning, ct);
            var healthy = keys.Count == 0 || await CheckAsync(resource, keys, ct);
            if (healthy && (ready is null || running.Snapshot.Ready is null))
            {
                ready ??= eventing.PublishAsync(new ResourceReadyEvent(resource, services), ct);
                await PublishAsync(resource, snapshot => snapshot with { Ready = ready });
            }
            var age = clock.GetUtcNow().UtcDateTime - (running.Snapshot.StartTimeStamp ?? DateTime.MinValue);
            await DelayAsync(resource, healthy ? WhileWell : age < Start ? WhileStarting : WhileIll, onlyUntilIll: healthy, ct);
        }
    }

    private static bool IsRunning(ResourceEvent e) => e.Snapshot.State?.Text == KnownResourceStates.Running;

    private async Task<bool> CheckAsync(IResource resource, IReadOnlyList<string> keys, CancellationToken ct)
    {
        var report = await checks.CheckHealthAsync(check => keys.Contains(check.Name), ct);
        var now = clock.GetUtcNow().UtcDateTime;
        await PublishAsync(resource, snapshot => snapshot with
        {
            HealthReports =
            [
                .. report.Entries.Select(entry => new HealthReportSnapshot(
                    entry.Key, entry.Value.Status, entry.Value.Description, entry.Value.Exception?.Message) { LastRunAt = now }),
            ],
        });
        return report.Status == HealthStatus.Healthy && keys.All(report.Entries.ContainsKey);
    }

    private async Task PublishAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> change)
    {
        foreach (var known in notifications.Current().Where(e => e.Resource == resource && IsRunning(e)))
        {
            await notifications.PublishUpdateAsync(resource, known.ResourceId, snapshot =>
                snapshot.State?.Text == KnownResourceStates.Running ? change(snapshot) : snapshot);
        }
    }

    /// <summary>A process that has just been started again is not left waiting for the next round.</summary>
    private async Task DelayAsync(IResource resource, TimeSpan delay, bool onlyUntilIll, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var elapsed = Task.Delay(delay, over.Token);
        var ill = onlyUntilIll
            ? notifications.WaitForResourceAsync(
                resource.Name, e => IsRunning(e) && (e.Snapshot.HealthStatus != HealthStatus.Healthy || e.Snapshot.Ready is null), over.Token)
            : elapsed;
        await Task.WhenAny(elapsed, ill);
        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }
}
