namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource has changed.</summary>
public class ResourceEvent
{
    public ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
    {
        Resource = resource;
        ResourceId = resourceId;
        Snapshot = snapshot;
    }

    public IResource Resource { get; }

    /// <summary>The name of the resource and of the replica.</summary>
    public string ResourceId { get; }

    public CustomResourceSnapshot Snapshot { get; }
}
