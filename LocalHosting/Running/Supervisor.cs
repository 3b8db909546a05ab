using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Journease.LocalServers;

namespace Journease.LocalHosting.Running;

/// <summary>Starts one instance when what it waits for is there, and keeps it running.</summary>
internal sealed class Supervisor(
    Instance instance, IWorkload workload, bool runsToCompletion, InstanceState state, IDistributedApplicationEventing eventing, IServiceProvider services)
    : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public string Id => instance.Id;

    public IResource Resource => instance.Resource;

    /// <summary>It does its work and ends; it is not started again.</summary>
    public bool RunsToCompletion { get; } = runsToCompletion;

    /// <summary>Does nothing where it runs already.</summary>
    public async Task StartAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (running.IsCompleted)
            {
                stopping.Dispose();
                stopping = new CancellationTokenSource();
                state.Waiting();
                var ct = stopping.Token;
                running = Task.Run(() => RunAsync(ct), CancellationToken.None);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task StopAsync()
    {
        await turn.WaitAsync();
        try
        {
            await stopping.CancelAsync();
            await running;
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await workload.DisposeAsync();
        stopping.Dispose();
        turn.Dispose();
    }

    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await state.DependenciesAsync(ct);
            await KeepRunningAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            state.Stopping();
            state.Stopped(await workload.StopAsync());
        }
        catch (Exception e)
        {
            // Whatever it is, it is this resource's end and must be seen there, not lost with the task.
            state.Failed(e);
        }
    }

    private async Task KeepRunningAsync(CancellationToken ct)
    {
        var policy = new RestartPolicy();
        var hasRun = false;
        while (true)
        {
            state.Starting();
            await eventing.PublishAsync(new BeforeResourceStartedEvent(Resource, services), ct);
            var ran = Stopwatch.StartNew();
            var exitCode = await RunOnceAsync(hasRun, ct);
            hasRun = true;
            if (RunsToCompletion || (exitCode == 0 && Resource.Endpoints().Count == 0))
            {
                state.Ended(exitCode);
                return;
            }
            if (policy.Next(exitCode, ran.Elapsed) is not { } delay)
            {
                state.GaveUp(exitCode);
                return;
            }
            state.Restarting(exitCode);
            await Task.Delay(delay, ct);
        }
    }

    private async Task<int> RunOnceAsync(bool isRestart, CancellationToken ct)
    {
        try
        {
            await workload.StartAsync(ct);
        }
        catch (ServerStartException e) when (isRestart)
        {
            // It has worked before, so it may again.
            state.Note(e.Message);
            return -1;
        }
        var exited = workload.Exited;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var announcing = state.RunningAsync(workload.ProcessId, ended.Token);
        try
        {
            return await exited.WaitAsync(ct);
        }
        finally
        {
            await ended.CancelAsync();
            await announcing;
            state.Left();
        }
    }
}
