using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.Replicas;

namespace Journease.LocalHosting.Running;

/// <summary>Tells everyone how one instance is.</summary>
internal sealed class InstanceState(
    Instance instance, ResourceNotificationService notifications, ResourceLog log, IReadOnlyList<ReplicaSet> replicaSets, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public void NotStarted(string? source) => Publish(snapshot => snapshot.With(KnownProperties.Source, source) with
    {
        CreationTimeStamp = Now,
        State = KnownResourceStates.NotStarted,
        Urls = [.. instance.Resource.Endpoints().Select(e => new UrlSnapshot(e.Name, e.Allocated!.Url, IsInternal: !e.IsExternal))],
    });

    public Task DependenciesAsync(CancellationToken ct) => notifications.WaitForDependenciesAsync(instance.Resource, ct);

    public void Waiting() => Publish(snapshot => snapshot.With(KnownProperties.Reason, null).With(KnownProperties.Restarts, 0) with
    {
        State = KnownResourceStates.Waiting,
        ExitCode = null,
    });

    public void Starting() => Publish(snapshot => snapshot with { State = KnownResourceStates.Starting, ExitCode = null });

    /// <summary>Running at once; replicas take part in the work when they accept connections.</summary>
    public async Task RunningAsync(int processId, CancellationToken ct)
    {
        Publish(snapshot => snapshot.With(KnownProperties.ProcessId, processId) with
        {
            State = KnownResourceStates.Running,
            StartTimeStamp = Now,
            StopTimeStamp = null,
            // Nothing is known about this process yet, whatever was known about the one before.
            HealthReports = [.. instance.Resource.HealthChecks().Select(key => new HealthReportSnapshot(key, null, null, null))],
        });
        foreach (var set in replicaSets)
        {
            await set.JoinAsync(instance, ct);
        }
    }

    public void Left()
    {
        foreach (var set in replicaSets)
        {
            set.Leave(instance);
        }
    }

    public void Restarting(int exitCode) => Publish(snapshot =>
    {
        var restarts = snapshot.Property<int>(KnownProperties.Restarts) + 1;
        return snapshot.With(KnownProperties.Restarts, restarts).With(KnownProperties.Reason, $"Ended with {Say(exitCode)} and is started again.") with
        {
            State = new ResourceStateSnapshot(KnownResourceStates.Starting, KnownResourceStateStyles.Warn),
            StopTimeStamp = Now,
            ExitCode = exitCode,
        };
    });

    public void Stopping() => Publish(snapshot => snapshot with { State = KnownResourceStates.Stopping });

    /// <summary>It was asked to stop.</summary>
    public void Stopped(int exitCode) => End(KnownResourceStates.Exited, KnownResourceStateStyles.Info, exitCode);

    /// <summary>It has ended by itself, as it should.</summary>
    public void Ended(int exitCode) => End(
        exitCode == 0 ? KnownResourceStates.Finished : KnownResourceStates.Exited,
        exitCode == 0 ? KnownResourceStateStyles.Success : KnownResourceStateStyles.Error,
        exitCode);

    public void GaveUp(int exitCode) =>
        Fail($"It ended with {Say(exitCode)} and is not started again: mend the cause, then start it.", exitCode);

    public void Failed(Exception exception) => Fail(exception.Message, exitCode: null);

    public void Note(string sentence) => log.Write(sentence, isError: true);

    private static string Say(int exitCode) => exitCode > 128 ? $"signal {exitCode - 128}" : $"exit code {exitCode}";

    private void End(string text, string style, int exitCode) => Publish(snapshot => snapshot.With(KnownProperties.ProcessId, null) with
    {
        State = new ResourceStateSnapshot(text, style),
        StopTimeStamp = Now,
        ExitCode = exitCode,
    });

    private void Fail(string reason, int? exitCode)
    {
        Note(reason);
        Publish(snapshot => snapshot.With(KnownProperties.Reason, reason).With(KnownProperties.ProcessId, null) with
        {
            State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
            StopTimeStamp = Now,
            ExitCode = exitCode,
        });
    }

    private void Publish(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        _ = notifications.PublishUpdateAsync(instance.Resource, instance.Id, change);
}
