using System.ComponentModel.DataAnnotations;

namespace Journease.Intake.Exports;

/// <summary>Configuration section <c>Intake:Exports</c>.</summary>
internal sealed class ExportOptions
{
    /// <summary>How long a copy can be fetched.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan Kept { get; set; } = TimeSpan.FromDays(7);

    /// <summary>After so many tries a copy is made without the services that did not answer, and says so.</summary>
    [Range(1, 100)]
    public int Tries { get; set; } = 8;

    /// <summary>The pause after the first try; it doubles with each.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often is looked for copies to make or to delete.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>So long one replica may work on a copy before another takes it over.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan ClaimedFor { get; set; } = TimeSpan.FromMinutes(2);
}
