namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds variables when the process is about to start.</summary>
internal sealed record EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> Callback) : IResourceAnnotation;

/// <summary>Adds arguments when the process is about to start.</summary>
internal sealed record CommandLineArgsCallbackAnnotation(Func<CommandLineArgsCallbackContext, Task> Callback) : IResourceAnnotation;

/// <summary>Names a health check that speaks for the resource.</summary>
internal sealed record HealthCheckAnnotation(string Key) : IResourceAnnotation;

/// <summary>How many processes of the resource run.</summary>
internal sealed record ReplicaAnnotation(int Replicas) : IResourceAnnotation;

/// <summary>The resource starts only when someone asks it to.</summary>
internal sealed record ExplicitStartupAnnotation : IResourceAnnotation
{
    public ExplicitStartupAnnotation()
    {
    }
}

/// <summary>What must be true of another resource before this one starts.</summary>
internal sealed record WaitAnnotation(IResource Resource, WaitKind Kind, WaitBehavior? Behavior = null, int ExitCode = 0) : IResourceAnnotation;

internal enum WaitKind
{
    Healthy,
    Started,
    Completed,
}

/// <summary>The resource keeps its data here over restarts; where it has none, every start begins with nothing.</summary>
internal sealed record DataPlace(string Path, bool IsVolume) : IResourceAnnotation;
