using System.Diagnostics;
using System.Globalization;
using Journease.LocalServers;
using Journease.Testing;

namespace Journease.Platform.Tests;

[Trait("Needs", "servers")]
public sealed class KillingTheAppHostTests
{
    [Fact]
    public async Task Killed_with_9_it_leaves_no_process_after_five_seconds()
    {
        var state = Directory.CreateTempSubdirectory("journease-host-").FullName;
        using var ports = ReservedPort.Take();
        await using var host = GuardedProcess.Start(new()
        {
            Command = "dotnet",
            Arguments =
            [
                typeof(Projects.AppHost).Assembly.Location, "--state-directory", state,
                "--ports-from", ports.Number.ToString(CultureInfo.InvariantCulture),
            ],
        });
        await Eventually.TrueAsync(() => File.Exists(Path.Combine(state, "run.json")) || host.Exited.IsCompleted, TimeSpan.FromMinutes(2));
        var started = Below(host.Id);
        Assert.True(started.Count > 12, $"only {started.Count} processes run");

        await host.KillAsync();

        await Eventually.EqualAsync(0, () => Task.FromResult(started.Count(IsAlive)), TimeSpan.FromSeconds(5));
        Directory.Delete(state, recursive: true);
    }

    private static bool IsAlive(int process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static List<int> Below(int root)
    {
        var parents = Process.GetProcesses().ToLookup(process => ParentOf(process.Id), process => process.Id);
        var found = new List<int>();
        for (var open = new Queue<int>(parents[root]); open.TryDequeue(out var process);)
        {
            found.Add(process);
            foreach (var child in parents[process])
            {
                open.Enqueue(child);
            }
        }
        return found;
    }

    private static int ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // gone in the meantime
        }
    }
}
