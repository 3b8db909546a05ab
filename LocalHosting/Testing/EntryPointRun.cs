using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Runs an AppHost's own Main beside a test, and hands what it describes to the test before it starts.</summary>
internal sealed class EntryPointRun(
    Assembly assembly, Action<DistributedApplicationOptions, HostApplicationBuilderSettings>? configure)
{
    private static readonly AsyncLocal<EntryPointRun?> Flowing = new();

    private readonly TaskCompletionSource<DistributedApplicationBuilder> described = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The run that the calling code is part of.</summary>
    public static EntryPointRun? Current => Flowing.Value;

    public Assembly Assembly { get; } = assembly;

    public Task Ended => ended.Task;

    public Task<DistributedApplicationBuilder> DescribeAsync(string[] args, CancellationToken ct)
    {
        var main = new Thread(() => Main(args)) { IsBackground = true, Name = "AppHost" };
        Flowing.Value = this;
        main.Start();
        Flowing.Value = null;
        return described.Task.WaitAsync(ct);
    }

    public Task<DistributedApplication> BuildAsync(CancellationToken ct)
    {
        wanted.TrySetResult();
        return built.Task.WaitAsync(ct);
    }

    public void Configure(DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        options.IsTest = true;
        options.DisableDashboard = true;
        configure?.Invoke(options, settings);
    }

    /// <summary>Main has described everything; it goes on when the test wants the application.</summary>
    public void Building(DistributedApplicationBuilder builder)
    {
        described.TrySetResult(builder);
        wanted.Task.Wait();
    }

    public void Built(DistributedApplication application) => built.TrySetResult(application);

    public void End()
    {
        ended.TrySetResult();
        wanted.TrySetResult();
    }

    private void Main(string[] args)
    {
        try
        {
            var main = Assembly.EntryPoint
                ?? throw new InvalidOperationException($"{Assembly.GetName().Name} has no Main; it is not an AppHost.");
            var result = main.Invoke(null, main.GetParameters().Length == 0 ? null : [args]);
            (result as Task)?.GetAwaiter().GetResult();
            Fail(new InvalidOperationException("The AppHost ended before it built its application."));
        }
        catch (Exception e)
        {
            // The test is told, or it would wait for ever.
            Fail(e is TargetInvocationException { InnerException: { } inner } ? inner : e);
        }
    }

    private void Fail(Exception e)
    {
        if (described.TrySetException(e))
        {
            _ = described.Task.Exception;
        }
        if (built.TrySetException(e))
        {
            _ = built.Task.Exception;
        }
    }
}
