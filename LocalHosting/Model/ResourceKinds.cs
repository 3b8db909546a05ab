namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that takes command-line arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that others reach at an address.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource that takes environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that others find by its name.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>A resource that can wait for others before it starts.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that can be asked how it is.</summary>
public interface IResourceWithProbes : IResource;

/// <summary>A resource that runs somewhere.</summary>
public interface IComputeResource : IResource;

/// <summary>A place where the system can be deployed to.</summary>
public interface IComputeEnvironmentResource : IResource;

/// <summary>A resource that lives inside another one.</summary>
public interface IResourceWithParent : IResource
{
    IResource Parent { get; }
}

/// <summary>A resource that lives inside another one of a known kind.</summary>
public interface IResourceWithParent<out T> : IResourceWithParent
    where T : IResource
{
    new T Parent { get; }

    IResource IResourceWithParent.Parent => Parent;
}
