namespace Aspire.Hosting;

/// <summary>What the AppHost is asked to do.</summary>
public enum DistributedApplicationOperation
{
    Run,
    Publish,
}
