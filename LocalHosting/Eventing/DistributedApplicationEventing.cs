using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Eventing;

/// <summary>Calls the subscribers one after the other, in the order they subscribed.</summary>
public class DistributedApplicationEventing : IDistributedApplicationEventing
{
    private readonly Lock gate = new();
    private readonly List<(Type Event, DistributedApplicationEventSubscription Subscription)> subscriptions = [];

    public DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent =>
        Add<T>(new DistributedApplicationEventSubscription((raised, ct) => callback((T)raised, ct)));

    public DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent =>
        Add<T>(new DistributedApplicationResourceEventSubscription(resource, (raised, ct) => callback((T)raised, ct)));

    public void Unsubscribe(DistributedApplicationEventSubscription subscription)
    {
        lock (gate)
        {
            subscriptions.RemoveAll(existing => existing.Subscription == subscription);
        }
    }

    public async Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent
    {
        (Type Event, DistributedApplicationEventSubscription Subscription)[] all;
        lock (gate)
        {
            all = [.. subscriptions];
        }
        foreach (var (_, subscription) in all.Where(one => one.Event == typeof(T) && Concerns(one.Subscription, @event)))
        {
            await subscription.Callback(@event, cancellationToken);
        }
    }

    private static bool Concerns(DistributedApplicationEventSubscription subscription, IDistributedApplicationEvent raised) =>
        subscription is not DistributedApplicationResourceEventSubscription { Resource: { } resource }
        || resource == (raised as IDistributedApplicationResourceEvent)?.Resource;

    private DistributedApplicationEventSubscription Add<T>(DistributedApplicationEventSubscription subscription)
    {
        lock (gate)
        {
            subscriptions.Add((typeof(T), subscription));
        }
        return subscription;
    }
}
