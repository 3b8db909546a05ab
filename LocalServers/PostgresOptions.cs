namespace Journease.LocalServers;

/// <summary>How a private PostgreSQL is run.</summary>
public sealed record PostgresOptions
{
    /// <summary>Everything of this server lies here; keep the directory and the data survive, delete it and they are gone.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>0 takes a free port, which stays the same over restarts of this instance.</summary>
    public int Port { get; init; }

    /// <summary>The superuser, named when the data directory is made.</summary>
    public string User { get; init; } = "postgres";

    /// <summary>The superuser's password; where null one is made and kept in the data directory.</summary>
    public string? Password { get; init; }

    /// <summary>False leaves out the waits for the disk: a power failure may lose data. For tests only.</summary>
    public bool Durable { get; init; } = true;

    public int MaxConnections { get; init; } = 300;

    /// <summary>The directory of the server's programs; the newest below /usr/lib/postgresql where null.</summary>
    public string? Programs { get; init; }

    /// <summary>Hears every line of the server's log.</summary>
    public Action<string>? OnLog { get; init; }
}
