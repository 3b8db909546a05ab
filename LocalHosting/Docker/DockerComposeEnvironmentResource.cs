using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Docker;

/// <summary>A Docker Compose installation that the system can be published to.</summary>
public class DockerComposeEnvironmentResource : Resource, IComputeEnvironmentResource
{
    public DockerComposeEnvironmentResource(string name)
        : base(name)
    {
    }
}
