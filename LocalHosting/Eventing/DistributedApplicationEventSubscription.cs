using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Eventing;

/// <summary>Someone who wants to know of an event.</summary>
public class DistributedApplicationEventSubscription
{
    public DistributedApplicationEventSubscription(Func<IDistributedApplicationEvent, CancellationToken, Task> callback) => Callback = callback;

    public Func<IDistributedApplicationEvent, CancellationToken, Task> Callback { get; }
}

/// <summary>Someone who wants to know of an event of one resource.</summary>
public class DistributedApplicationResourceEventSubscription : DistributedApplicationEventSubscription
{
    public DistributedApplicationResourceEventSubscription(
        IResource? resource, Func<IDistributedApplicationResourceEvent, CancellationToken, Task> callback)
        : base((raised, ct) => callback((IDistributedApplicationResourceEvent)raised, ct)) => Resource = resource;

    public IResource? Resource { get; }
}
