namespace Aspire.Hosting.ApplicationModel;

/// <summary>A program of this machine, run as a process.</summary>
public class ExecutableResource : Resource,
    IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport, IResourceWithProbes, IComputeResource
{
    public ExecutableResource(string name, string command, string workingDirectory)
        : base(name)
    {
        Command = command;
        WorkingDirectory = workingDirectory;
    }

    public string Command { get; internal set; }

    public string WorkingDirectory { get; internal set; }
}
