namespace Journease.LocalHosting.Running;

/// <summary>What runs for an instance: a process, or a server with its processes.</summary>
internal interface IWorkload : IAsyncDisposable
{
    int ProcessId { get; }

    /// <summary>Completes when it ends, asked or not.</summary>
    Task<int> Exited { get; }

    /// <summary>Returns when it runs. Called again after it has ended.</summary>
    Task StartAsync(CancellationToken ct);

    /// <summary>Ends it in good order.</summary>
    Task<int> StopAsync();
}
