namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server. On this host it is a process of the machine's own packages, not a container.</summary>
public class ContainerResource : Resource,
    IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport, IResourceWithProbes, IComputeResource
{
    public ContainerResource(string name)
        : base(name)
    {
    }
}
