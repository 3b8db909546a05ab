namespace Aspire.Hosting;

/// <summary>How an application is set up.</summary>
public sealed class DistributedApplicationOptions
{
    public string[]? Args { get; set; }

    /// <summary>The AppHost's assembly; the one that was started where it is null.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>The AppHost's directory; the one it was built in where it is null.</summary>
    public string? ProjectDirectory { get; set; }

    /// <summary>Leaves out the operator page.</summary>
    public bool DisableDashboard { get; set; }

    /// <summary>Ports are chosen at random and data is thrown away at the end, so that tests disturb nobody.</summary>
    internal bool IsTest { get; set; }
}
