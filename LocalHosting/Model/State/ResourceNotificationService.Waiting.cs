using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

public partial class ResourceNotificationService
{
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    public async Task<string> WaitForResourceAsync(
        string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var wanted = targetStates.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reached = await WaitForResourceAsync(
            resourceName, e => e.Snapshot.State?.Text is { } state && wanted.Contains(state), cancellationToken);
        return reached.Snapshot.State!.Text;
    }

    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        await foreach (var resourceEvent in WatchAsync(cancellationToken))
        {
            if (string.Equals(resourceEvent.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase) && predicate(resourceEvent))
            {
                return resourceEvent;
            }
        }
        throw new OperationCanceledException($"The application ended before '{resourceName}' was in the state waited for.");
    }

    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, defaultBehavior, cancellationToken);

    /// <summary>Running, healthy, and everyone who acts on the resource being ready has done so.</summary>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(
        string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        var reached = await WaitForResourceAsync(
            resourceName,
            e => e.Snapshot is { HealthStatus: HealthStatus.Healthy, Ready: not null } || HasFailed(e, waitBehavior),
            cancellationToken);
        if (HasFailed(reached, waitBehavior))
        {
            throw new DistributedApplicationException(
                $"The resource '{resourceName}' is not healthy but {reached.Snapshot.State!.Text}.{Reason(reached)}");
        }
        await reached.Snapshot.Ready!.WaitAsync(cancellationToken);
        return reached;
    }

    /// <summary>Returns when everything that the resource waits for is as it should be.</summary>
    public Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Task.WhenAll(resource.Waits().SelectMany(wait => IdsOf(wait.Resource)
            .Select(id => WaitAsync(resource, wait, id, cancellationToken))));
    }

    private async Task WaitAsync(IResource resource, WaitAnnotation wait, string id, CancellationToken cancellationToken)
    {
        // A resource that is to complete has failed only when it ended otherwise; nobody starts it again by itself.
        var behavior = wait.Kind == WaitKind.Completed ? WaitBehavior.StopOnResourceUnavailable : wait.Behavior ?? defaultBehavior;
        var reached = await WaitForResourceAsync(
            wait.Resource.Name, e => e.ResourceId == id && (IsReached(wait, e) || HasFailed(e, behavior)), cancellationToken);
        if (!IsReached(wait, reached))
        {
            throw new DistributedApplicationException(
                $"'{resource.Name}' waits for '{wait.Resource.Name}', which is {Describe(reached)}.");
        }
        if (wait.Kind == WaitKind.Healthy)
        {
            await reached.Snapshot.Ready!.WaitAsync(cancellationToken);
        }
    }

    private static bool IsReached(WaitAnnotation wait, ResourceEvent e) => wait.Kind switch
    {
        WaitKind.Started => e.Snapshot.State?.Text == KnownResourceStates.Running,
        WaitKind.Healthy => e.Snapshot is { HealthStatus: HealthStatus.Healthy, Ready: not null },
        _ => IsTerminal(e) && e.Snapshot.ExitCode == wait.ExitCode && e.Snapshot.State?.Text != KnownResourceStates.FailedToStart,
    };

    private static bool HasFailed(ResourceEvent e, WaitBehavior behavior) =>
        behavior == WaitBehavior.StopOnResourceUnavailable && IsTerminal(e);

    private static bool IsTerminal(ResourceEvent e) =>
        e.Snapshot.State?.Text is { } state && KnownResourceStates.TerminalStates.Contains(state);

    private static string Describe(ResourceEvent e) =>
        e.Snapshot.ExitCode is { } code ? $"{e.Snapshot.State!.Text} with exit code {code}" : e.Snapshot.State!.Text;

    private static string Reason(ResourceEvent e) =>
        e.Snapshot.Property<string>(KnownProperties.Reason) is { } reason ? " " + reason : "";
}
