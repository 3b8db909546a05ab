using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Knows how every resource is, and tells those who wait for a change.</summary>
public partial class ResourceNotificationService : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ResourceEvent> current = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<ResourceEvent>> watchers = [];
    private readonly CancellationTokenSource disposing = new();
    private readonly WaitBehavior defaultBehavior;

    internal ResourceNotificationService(IOptions<ResourceNotificationServiceOptions> options) =>
        defaultBehavior = options.Value.DefaultWaitBehavior;

    public void Dispose()
    {
        disposing.Cancel();
        disposing.Dispose();
        GC.SuppressFinalize(this);
    }

    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(stateFactory);
        lock (gate)
        {
            var before = current.TryGetValue(resourceId, out var known)
                ? known.Snapshot
                : new CustomResourceSnapshot { ResourceType = resource.GetType().Name, Properties = [] };
            var changed = new ResourceEvent(resource, resourceId, stateFactory(before));
            current[resourceId] = changed;
            foreach (var watcher in watchers)
            {
                watcher.Writer.TryWrite(changed);
            }
        }
        return Task.CompletedTask;
    }

    /// <summary>For every replica of the resource.</summary>
    public async Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        foreach (var id in IdsOf(resource))
        {
            await PublishUpdateAsync(resource, id, stateFactory);
        }
    }

    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (gate)
        {
            return current.TryGetValue(resourceId, out resourceEvent);
        }
    }

    /// <summary>How everything is now, then every change.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, disposing.Token);
        var channel = Channel.CreateUnbounded<ResourceEvent>();
        ResourceEvent[] known;
        lock (gate)
        {
            known = [.. current.Values];
            watchers.Add(channel);
        }
        try
        {
            foreach (var resourceEvent in known)
            {
                yield return resourceEvent;
            }
            await foreach (var resourceEvent in channel.Reader.ReadAllAsync(ended.Token))
            {
                yield return resourceEvent;
            }
        }
        finally
        {
            lock (gate)
            {
                watchers.Remove(channel);
            }
        }
    }

    internal IReadOnlyList<ResourceEvent> Current()
    {
        lock (gate)
        {
            return [.. current.Values];
        }
    }

    internal IReadOnlyList<string> IdsOf(IResource resource)
    {
        lock (gate)
        {
            string[] known = [.. current.Values.Where(e => e.Resource == resource).Select(e => e.ResourceId)];
            return known.Length > 0 ? known : [resource.Name];
        }
    }
}
