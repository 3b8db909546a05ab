using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Journease.LocalServers;

namespace Journease.Benchmarks;

/// <summary>A program under measurement, listening on a loopback port, gone with this process.</summary>
internal sealed class BenchmarkProcess(GuardedProcess process, int port) : IAsyncDisposable
{
    /// <summary>What every measured process takes for the gateway's.</summary>
    public const string GatewaySecret = "the-gateway-secret-of-the-benchmarks";

    /// <summary>What every measured process seals with.</summary>
    public const string MasterKey = "the-master-key-of-the-benchmarks-and-of-nothing-else";

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    public int ProcessId => process.Id;

    /// <summary>Starts it and waits until the path answers 200.</summary>
    public static async Task<BenchmarkProcess> StartAsync(
        string command, string[] arguments, int port, string path, Dictionary<string, string>? environment = null)
    {
        var words = new List<string>();
        var process = GuardedProcess.Start(new()
        {
            Command = command,
            Arguments = arguments,
            Environment = Inherited(environment),
            OnOutput = words.Add,
            OnError = words.Add,
        });
        var started = new BenchmarkProcess(process, port);
        using var client = new HttpClient { BaseAddress = started.Address, Timeout = TimeSpan.FromSeconds(5) };
        var patience = Stopwatch.StartNew();
        while (!await AnswersAsync(client, path))
        {
            if (process.Exited.IsCompleted || patience.Elapsed > TimeSpan.FromSeconds(30))
            {
                await started.DisposeAsync();
                throw new InvalidOperationException($"{command} does not answer:\n{string.Join('\n', words)}");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
        return started;
    }

    /// <summary>Runs a program to its end, which must be a good one, and returns what it said.</summary>
    public static async Task<string> OutputOfAsync(string command, string[] arguments, Dictionary<string, string>? environment = null)
    {
        var lines = new List<string>();
        var process = GuardedProcess.Start(new()
        {
            Command = command,
            Arguments = arguments,
            Environment = Inherited(environment),
            OnOutput = lines.Add,
            OnError = lines.Add,
        });
        var code = await process.Exited;
        var said = string.Join('\n', lines);
        return code == 0 ? said : throw new InvalidOperationException($"{command} ended with {code}:\n{said}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync() => await process.DisposeAsync();

    private static async Task<bool> AnswersAsync(HttpClient client, string path)
    {
        try
        {
            using var answer = await client.GetAsync(path);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static Dictionary<string, string>? Inherited(Dictionary<string, string>? added)
    {
        if (added is null)
        {
            return null;
        }

        var all = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
        foreach (var (name, value) in added)
        {
            all[name] = value;
        }
        return all;
    }
}
