using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a resource was at one moment.</summary>
public sealed record CustomResourceSnapshot
{
    public required string ResourceType { get; init; }

    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    public DateTime? CreationTimeStamp { get; init; }

    public DateTime? StartTimeStamp { get; init; }

    public DateTime? StopTimeStamp { get; init; }

    public ResourceStateSnapshot? State { get; init; }

    public int? ExitCode { get; init; }

    /// <summary>The worst of what the health checks say; none while the resource is not running.</summary>
    public HealthStatus? HealthStatus =>
        State?.Text != KnownResourceStates.Running ? null
        : HealthReports.IsEmpty ? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy
        : HealthReports.Min(report => report.Status ?? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);

    public ImmutableArray<HealthReportSnapshot> HealthReports { get; internal init; } = [];

    public ImmutableArray<UrlSnapshot> Urls { get; init; } = [];

    public bool IsHidden { get; init; }

    /// <summary>Ends when everyone who wanted to act on the resource being ready has done so; null before it was.</summary>
    internal Task? Ready { get; init; }

    internal CustomResourceSnapshot With(string property, object? value) => this with
    {
        Properties = [.. Properties.Where(existing => existing.Name != property), new ResourcePropertySnapshot(property, value)],
    };

    internal T? Property<T>(string name) => Properties.FirstOrDefault(property => property.Name == name)?.Value is T value ? value : default;
}
