namespace Journease.LocalServers;

/// <summary>How a private RabbitMQ is run.</summary>
public sealed record RabbitMqOptions
{
    /// <summary>Everything of this broker lies here; keep the directory and queues and messages survive.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>0 takes a free port, which stays the same over restarts of this instance.</summary>
    public int Port { get; init; }

    /// <summary>The broker's user, named when the data directory is made.</summary>
    public string User { get; init; } = "journease";

    /// <summary>The user's password; where null one is made and kept in the data directory.</summary>
    public string? Password { get; init; }

    /// <summary>The directory of the broker's programs.</summary>
    public string Programs { get; init; } = "/usr/lib/rabbitmq/bin";

    /// <summary>Hears every line of the broker's log.</summary>
    public Action<string>? OnLog { get; init; }
}
