namespace Journease.LocalServers;

/// <summary>What to run under guard, and who hears its output.</summary>
public sealed record GuardedProcessOptions
{
    /// <summary>A path, or a name looked up in this process's PATH.</summary>
    public required string Command { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The whole environment of the process; this process's own where it is null.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    public string? WorkingDirectory { get; init; }

    /// <summary>Called for each line of standard output, in order, on a thread of the pool.</summary>
    public Action<string>? OnOutput { get; init; }

    /// <summary>Called for each line of standard error, in order, on a thread of the pool.</summary>
    public Action<string>? OnError { get; init; }

    /// <summary>The signal that asks the process to end in good order.</summary>
    public ProcessSignal StopSignal { get; init; } = ProcessSignal.Terminate;
}
