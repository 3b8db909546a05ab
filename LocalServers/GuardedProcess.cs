using System.Diagnostics;

namespace Journease.LocalServers;

/// <summary>A child process that never outlives this one, not even when this one is killed with -9.</summary>
public sealed class GuardedProcess : IAsyncDisposable
{
    // The child waits until it stands under guard before it becomes the real program: a parent that is killed
    // in between leaves nothing. Bash, because dash drops variables with a hyphen or a dot in their name.
    private const string Gate = "read -r || exit 125; unset SHLVL OLDPWD; exec \"$@\" </dev/null";

    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly ProcessSignal stopSignal;

    private GuardedProcess(Process process, GuardedProcessOptions options)
    {
        this.process = process;
        stopSignal = options.StopSignal;
        Id = process.Id;
        Exited = WatchAsync(
            ReadLinesAsync(process.StandardOutput, options.OnOutput),
            ReadLinesAsync(process.StandardError, options.OnError));
    }

    /// <summary>The id of the real process, which also leads a process group and a session of its own.</summary>
    public int Id { get; }

    /// <summary>Completes with the exit code (128 + signal where one killed it) when the process is gone.</summary>
    public Task<int> Exited { get; }

    public static GuardedProcess Start(GuardedProcessOptions options)
    {
        var start = new ProcessStartInfo("/usr/bin/setsid")
        {
            ArgumentList = { "/bin/bash", "-p", "-c", Gate, "guarded", FindCommand(options.Command) },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = options.WorkingDirectory ?? "",
        };
        foreach (var argument in options.Arguments)
        {
            start.ArgumentList.Add(argument);
        }
        if (options.Environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in options.Environment)
            {
                start.Environment[name] = value;
            }
        }

        var process = Process.Start(start)!;
        Guardian.Add(process.Id, options.StopSignal);
        var guarded = new GuardedProcess(process, options);
        try
        {
            process.StandardInput.WriteLine();
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Killed before it began; Exited tells.
        }
        return guarded;
    }

    public void Signal(ProcessSignal signal)
    {
        if (!Exited.IsCompleted)
        {
            Posix.SignalProcess(Id, signal);
        }
    }

    /// <summary>Asks the process to end, and kills it with everything it started when it has not after the grace.</summary>
    public async Task<int> StopAsync(TimeSpan grace)
    {
        Signal(stopSignal);
        try
        {
            return await Exited.WaitAsync(grace);
        }
        catch (TimeoutException)
        {
            return await KillAsync();
        }
    }

    /// <summary>kill -9, and waits until it is gone.</summary>
    public Task<int> KillAsync()
    {
        Signal(ProcessSignal.Kill);
        return Exited;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private async Task<int> WatchAsync(Task output, Task error)
    {
        await process.WaitForExitAsync();
        // Whatever it started itself goes with it.
        Posix.SignalGroup(Id, ProcessSignal.Kill);
        Guardian.Remove(Id);
        // A grandchild in a session of its own may still hold the pipes; its words are not waited for.
        await Task.WhenAny(Task.WhenAll(output, error), Task.Delay(DrainLimit));
        return process.ExitCode;
    }

    private static async Task ReadLinesAsync(StreamReader reader, Action<string>? heard)
    {
        // Read even where nobody listens, or the process would stop at a full pipe.
        while (await reader.ReadLineAsync() is { } line)
        {
            heard?.Invoke(line);
        }
    }

    private static string FindCommand(string command)
    {
        var found = command.Contains('/')
            ? Path.GetFullPath(command)
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, command))
                .FirstOrDefault(File.Exists);
        return found is not null && File.Exists(found)
            ? found
            : throw new ServerStartException($"The command {command} is not installed on this machine.");
    }
}
