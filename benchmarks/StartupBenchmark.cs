using System.Diagnostics;
using System.Globalization;
using Journease.LocalServers;

namespace Journease.Benchmarks;

/// <summary>From <c>./run</c> to everything healthy, first with empty data and then again, and what the idle platform holds in memory.</summary>
internal static class StartupBenchmark
{
    private const int PortsFrom = 18080;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(Report report)
    {
        var cold = await TimeAsync(report: null, "--fresh");
        report.Add("start with empty data, all healthy", Seconds(cold));
        var warm = await TimeAsync(report);
        report.Add("second start, all healthy", Seconds(warm), "", "", "<= 20 s");
    }

    private static async Task<TimeSpan> TimeAsync(Report? report, params string[] options)
    {
        var written = Path.Combine(Built.Root, "artifacts", "run.json");
        File.Delete(written);
        var words = new List<string>();
        var clock = Stopwatch.StartNew();
        var run = GuardedProcess.Start(new()
        {
            Command = Path.Combine(Built.Root, "run"),
            Arguments = ["--ports-from", PortsFrom.ToString(CultureInfo.InvariantCulture), .. options],
            WorkingDirectory = Built.Root,
            OnOutput = words.Add,
            OnError = words.Add,
            StopSignal = ProcessSignal.Interrupt,
        });
        await using (run)
        {
            while (!File.Exists(written))
            {
                if (run.Exited.IsCompleted || clock.Elapsed > Patience)
                {
                    throw new InvalidOperationException($"The platform does not start:\n{string.Join('\n', words)}");
                }
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
            var elapsed = clock.Elapsed;
            if (report is not null)
            {
                await Task.Delay(Settling);
                AddMemory(report, run.Id);
            }
            await run.StopAsync(TimeSpan.FromSeconds(30));
            return elapsed;
        }
    }

    private static void AddMemory(Report report, int session)
    {
        var all = ProcessTree.Below(session).Select(process => (process.Name, Held: ProcessMemory.ProportionalMegabytes(process.Id))).ToList();
        foreach (var group in all.GroupBy(process => process.Name).OrderByDescending(group => group.Sum(process => process.Held)))
        {
            report.Add($"idle memory, {group.Key}", $"{group.Sum(process => process.Held):0} MB", $"{group.Count()} process(es)");
        }
        report.Add("idle memory, whole platform", $"{all.Sum(process => process.Held):0} MB", $"{all.Count} processes", "", "<= 1500 MB");
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture);
}
