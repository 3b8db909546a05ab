using System.ComponentModel.DataAnnotations;

namespace Journease.Gateway.Limits;

/// <summary>Configuration section <c>Connections</c>.</summary>
internal sealed class ConnectionSettings
{
    /// <summary>Open connections at most.</summary>
    [Range(1, int.MaxValue)]
    public int Most { get; init; } = 4096;

    /// <summary>Of these, WebSockets at most.</summary>
    [Range(1, int.MaxValue)]
    public int MostUpgraded { get; init; } = 1000;

    /// <summary>How soon the headers of a request must be complete.</summary>
    public TimeSpan HeadersWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may wait between two requests.</summary>
    public TimeSpan IdleFor { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>Who sends or reads less than this for longer than <see cref="SlowFor"/> is cut off.</summary>
    [Range(1, int.MaxValue)]
    public int SlowestBytesPerSecond { get; init; } = 240;

    /// <summary>How long somebody may be slower than that.</summary>
    public TimeSpan SlowFor { get; init; } = TimeSpan.FromSeconds(5);
}
