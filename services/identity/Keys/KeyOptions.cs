using System.ComponentModel.DataAnnotations;

namespace Journease.Identity.Keys;

/// <summary>Configuration section <c>Keys</c>: how the keys that sign and seal tokens follow each other.</summary>
internal sealed class KeyOptions
{
    /// <summary>Longer than any token of one sign-in lasts: then nothing is left that a key signed or sealed.</summary>
    public static readonly TimeSpan KeptAfterUse = TimeSpan.FromDays(91);

    /// <summary>How old the newest key becomes before the next one is made.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "366.00:00:00")]
    public TimeSpan RotateAfter { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long a new key is published before it is used. Services read the keys again every hour.</summary>
    [Range(typeof(TimeSpan), "02:00:00", "30.00:00:00")]
    public TimeSpan PublishedBeforeUse { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How often each replica reads the keys again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan ReadEvery { get; init; } = TimeSpan.FromSeconds(30);
}
