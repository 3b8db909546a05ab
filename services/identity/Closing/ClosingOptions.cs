using System.ComponentModel.DataAnnotations;

namespace Journease.Identity.Closing;

/// <summary>Configuration section <c>Closing</c>.</summary>
internal sealed class ClosingOptions
{
    /// <summary>How long a person can think better of it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "90.00:00:00")]
    public TimeSpan CoolingOff { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How often is looked for accounts whose time has come.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMinutes(1);
}
