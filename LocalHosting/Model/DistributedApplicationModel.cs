namespace Aspire.Hosting.ApplicationModel;

/// <summary>The whole system as AppHost.cs describes it.</summary>
public class DistributedApplicationModel(IResourceCollection resources)
{
    public IResourceCollection Resources { get; } = resources;
}
