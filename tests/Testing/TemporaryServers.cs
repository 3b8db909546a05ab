using System.Collections.Concurrent;
using Journease.LocalServers;

namespace Journease.Testing;

/// <summary>A directory of this process for servers that live no longer than it; what dead processes left is removed.</summary>
public static class TemporaryServers
{
    private const string Prefix = "journease-tests-";

    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(3);
    private static readonly Lazy<string> Root = new(Make);
    private static readonly ConcurrentBag<Func<Task>> Kills = [];

    /// <summary>A directory below this process's own that is removed with it, and that PostgreSQL's account can reach.</summary>
    public static string DirectoryFor(string name) => Path.Combine(Root.Value, name);

    public static async Task<PostgresServer> StartPostgresAsync(string name = "postgres")
    {
        var server = await PostgresServer.StartAsync(new() { DataDirectory = DirectoryFor(name), Durable = false });
        Kills.Add(server.KillAsync);
        return server;
    }

    public static async Task<RabbitMqServer> StartRabbitMqAsync(string name = "rabbitmq")
    {
        var server = await RabbitMqServer.StartAsync(new() { DataDirectory = DirectoryFor(name) });
        Kills.Add(server.KillAsync);
        return server;
    }

    private static string Make()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (!Directory.Exists($"/proc/{Path.GetFileName(left)[Prefix.Length..]}"))
            {
                Remove(left);
            }
        }
        var directory = Path.Combine(Path.GetTempPath(), Prefix + Environment.ProcessId);
        // PostgreSQL's account must be able to pass through.
        Directory.CreateDirectory(
            directory,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Task.WaitAll([.. Kills.Select(kill => kill())], ExitPatience);
            Remove(directory);
        };
        return directory;
    }

    private static void Remove(string directory)
    {
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another account's, or another run is removing it as well.
        }
    }
}
