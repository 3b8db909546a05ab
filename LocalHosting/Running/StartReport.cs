using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Journease.LocalHosting.Running;

/// <summary>Tells the terminal how the start goes, and later what ends and starts again.</summary>
internal sealed class StartReport(
    ResourceNotificationService notifications, ResourceLoggerService logs, Instances instances, Announcement announcement)
{
    private const int LinesOfLog = 15;

    private readonly Stopwatch elapsed = Stopwatch.StartNew();
    private readonly Dictionary<string, string> said = [];

    /// <summary>Follows until it is asked to stop. False where something could not start, which ends the run.</summary>
    public async Task<bool> FollowAsync(CancellationToken ct)
    {
        var starting = Expected().ToHashSet();
        try
        {
            await foreach (var e in notifications.WatchAsync(ct))
            {
                if (instances.Find(e.ResourceId) is [var instance] && Phase(e) is { } phase && !(instance.RunsToCompletion && phase == "healthy"))
                {
                    Say(e, phase);
                    if (starting.Count == 0)
                    {
                        continue;
                    }
                    if (phase == "failed")
                    {
                        return false;
                    }
                    starting.Remove(e.ResourceId);
                    if (starting.Count == 0)
                    {
                        await announcement.MakeAsync(elapsed.Elapsed, ct);
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
        return true;
    }

    private IEnumerable<string> Expected() => instances.All
        .Where(one => one.Resource.Last<ExplicitStartupAnnotation>() is null)
        .Select(one => one.Id);

    private static string? Phase(ResourceEvent e) => e.Snapshot.State?.Text switch
    {
        "Running" when e.Snapshot is { Ready: not null, HealthStatus: Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy } => "healthy",
        "Finished" => "done",
        "Exited" when e.Snapshot.State.Style == KnownResourceStateStyles.Error => "failed",
        "FailedToStart" => "failed",
        "Starting" when e.Snapshot.Property<int>(KnownProperties.Restarts) > 0 => "starting again",
        _ => null,
    };

    private void Say(ResourceEvent e, string phase)
    {
        if (said.GetValueOrDefault(e.ResourceId) == phase)
        {
            return;
        }
        said[e.ResourceId] = phase;
        var name = instances.Of(e.Resource).Count > 1 ? e.ResourceId : e.Resource.Name;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.Elapsed.TotalSeconds,7:0.0} s  {name,-28} {phase}"));
        if (phase == "failed")
        {
            SayWhy(e, name);
        }
    }

    private void SayWhy(ResourceEvent e, string name)
    {
        var reason = e.Snapshot.Property<string>(KnownProperties.Reason)
            ?? string.Create(CultureInfo.InvariantCulture, $"It ended with exit code {e.Snapshot.ExitCode}.");
        Console.Error.WriteLine($"\n'{name}' could not start: {reason}");
        var log = logs.Log(e.ResourceId);
        foreach (var line in Telling(log).Where(line => line != reason))
        {
            Console.Error.WriteLine("  | " + line);
        }
        Console.Error.WriteLine(log.File is null ? "" : $"Its whole log: {log.File}\n");
    }

    /// <summary>The last lines; where a long stack trace has pushed its own cause out of them, that first.</summary>
    private static IEnumerable<string> Telling(ResourceLog log)
    {
        var last = log.Last(LinesOfLog);
        var cause = log.Last(LinesOfLog * 10).LastOrDefault(line => line.StartsWith("Unhandled exception", StringComparison.Ordinal));
        return cause is null || last.Contains(cause) ? last : last.Prepend(cause);
    }
}
