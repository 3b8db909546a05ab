using System.Text;
using Journease.LocalServers;

namespace Journease.LocalHosting.Tests;

/// <summary>The sample AppHost as a process of its own, as a person would start it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder said = new();
    private readonly ReservedPort port = ReservedPort.Take();
    private readonly string state;
    private readonly GuardedProcess process;

    private HostProcess(string[] arguments)
    {
        state = Directory.CreateTempSubdirectory("journease-host-").FullName;
        process = GuardedProcess.Start(new GuardedProcessOptions
        {
            Command = "dotnet",
            Arguments = [typeof(Projects.LocalHosting_SampleHost).Assembly.Location, "--state-directory", state, "--ports-from", $"{port.Number - 2}", .. arguments],
            OnOutput = Hear,
            OnError = Hear,
        });
    }

    public int Id => process.Id;

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Where everything is, in the file that scripts read.</summary>
    public string Addresses => Path.Combine(state, "run.json");

    public static HostProcess Start(params string[] arguments) => new(arguments);

    public static async Task<(int ExitCode, string Said)> RunToEndAsync(params string[] arguments)
    {
        await using var host = new HostProcess(arguments);
        var exitCode = await host.process.Exited.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (exitCode, host.Said);
    }

    public Task<int> StopAsync() => process.StopAsync(Patience);

    public Task KillAsync() => process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        port.Dispose();
        Directory.Delete(state, recursive: true);
    }

    private void Hear(string line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }
}
