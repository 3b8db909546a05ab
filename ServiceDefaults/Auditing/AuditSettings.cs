using System.ComponentModel.DataAnnotations;

namespace Journease.ServiceDefaults.Auditing;

/// <summary>Configuration section <c>Audit</c>.</summary>
internal sealed class AuditSettings
{
    /// <summary>The folder, outside the database and better on another machine, where each service anchors its chain; none when not set.</summary>
    public string? AnchorFolder { get; init; }

    /// <summary>How often new events get their place in the chain.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:02")]
    public TimeSpan ChainEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the end of the chain is anchored, when there is something new.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan AnchorEvery { get; init; } = TimeSpan.FromMinutes(1);
}
