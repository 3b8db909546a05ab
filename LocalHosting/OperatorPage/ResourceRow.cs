using Aspire.Hosting.ApplicationModel;

namespace Journease.LocalHosting.OperatorPage;

/// <summary>What the page shows of one instance. No environment and no connection strings: they hold secrets.</summary>
internal sealed record ResourceRow(
    string Id,
    string Name,
    string? Source,
    string? State,
    string? Style,
    string? Health,
    IReadOnlyList<string> HealthReports,
    IReadOnlyList<ResourceAddress> Addresses,
    int? ProcessId,
    int Restarts,
    int? ExitCode,
    string? Reason,
    DateTime? StartedAt)
{
    public static ResourceRow Of(ResourceEvent e) => new(
        e.ResourceId,
        e.Resource.Name,
        e.Snapshot.Property<string>(KnownProperties.Source),
        e.Snapshot.State?.Text,
        e.Snapshot.State?.Style,
        e.Snapshot.HealthStatus?.ToString(),
        [.. e.Snapshot.HealthReports.Where(report => report.Description is not null).Select(report => report.Description!)],
        [.. e.Snapshot.Urls.Select(url => new ResourceAddress(url.Url, url.IsInternal))],
        e.Snapshot.Properties.FirstOrDefault(property => property.Name == KnownProperties.ProcessId)?.Value as int?,
        e.Snapshot.Property<int>(KnownProperties.Restarts),
        e.Snapshot.ExitCode,
        e.Snapshot.Property<string>(KnownProperties.Reason),
        e.Snapshot.StartTimeStamp);
}

/// <summary>Where a resource is reached, and whether only other resources should.</summary>
internal sealed record ResourceAddress(string Url, bool IsInternal);
