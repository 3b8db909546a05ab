namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project of this repository, run as a process.</summary>
public class ProjectResource : Resource,
    IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport, IResourceWithProbes, IComputeResource
{
    public ProjectResource(string name)
        : base(name)
    {
    }
}
