using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Journease.LocalServers;
using Journease.Testing;

namespace Journease.Platform.Tests;

/// <summary>The AppHost as <c>./run</c> starts it, with a directory of its own, and how everything was once it was healthy.</summary>
public sealed class StartedAppHost : IAsyncLifetime
{
    private readonly string state = Directory.CreateTempSubdirectory("journease-host-").FullName;
    private readonly ReservedPort ports = ReservedPort.Take();
    private GuardedProcess? host;

    /// <summary>The processes that it had started.</summary>
    public IReadOnlyList<int> Processes { get; private set; } = [];

    /// <summary>What others can read: the addresses for scripts, the logs, the command lines.</summary>
    public IReadOnlyDictionary<string, string> Readable { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Secrets { get; private set; } = new Dictionary<string, string>();

    public Task KillAsync() => host!.KillAsync();

    public async ValueTask InitializeAsync()
    {
        host = GuardedProcess.Start(new()
        {
            Command = "dotnet",
            Arguments =
            [
                typeof(Projects.AppHost).Assembly.Location, "--state-directory", state,
                "--ports-from", ports.Number.ToString(CultureInfo.InvariantCulture),
            ],
        });
        var addresses = Path.Combine(state, "run.json");
        await Eventually.TrueAsync(() => File.Exists(addresses) || host.Exited.IsCompleted, TimeSpan.FromMinutes(2));

        Processes = Below(host.Id);
        var commands = CommandLines.Now();
        Readable = Directory.GetFiles(Path.Combine(state, "logs")).Append(addresses)
            .Select(file => KeyValuePair.Create(Path.GetFileName(file), File.ReadAllText(file)))
            .Concat(Processes.Append(host.Id).Select(process => KeyValuePair.Create($"process {process}", commands.GetValueOrDefault(process, ""))))
            .ToDictionary();
        Secrets = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(Path.Combine(state, "data", "secrets.json")))!;
    }

    public async ValueTask DisposeAsync()
    {
        await host!.DisposeAsync();
        ports.Dispose();
        Directory.Delete(state, recursive: true);
    }

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
