namespace Aspire.Hosting;

/// <summary>Whether the application is run here or described for a deployment. This host only runs.</summary>
public class DistributedApplicationExecutionContext
{
    private IServiceProvider? services;

    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation) => Operation = operation;

    public DistributedApplicationOperation Operation { get; }

    public IServiceProvider Services => services
        ?? throw new InvalidOperationException("There are no services before the application is built.");

    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    internal void Use(IServiceProvider built) => services = built;
}
