namespace Aspire.Hosting.ApplicationModel;

/// <summary>How waiting for resources behaves where nothing else is said.</summary>
public sealed class ResourceNotificationServiceOptions
{
    public WaitBehavior DefaultWaitBehavior { get; set; }
}
