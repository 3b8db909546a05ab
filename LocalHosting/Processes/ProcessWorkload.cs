using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.Running;
using Journease.LocalServers;

namespace Journease.LocalHosting.Processes;

/// <summary>A project or another program, run as a process.</summary>
internal sealed class ProcessWorkload(Instance instance, ProcessVariables variables, ProjectPrograms programs, ResourceLog log) : IWorkload
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private GuardedProcess? process;

    public int ProcessId => process?.Id ?? 0;

    public Task<int> Exited => process?.Exited ?? Task.FromResult(0);

    public async Task StartAsync(CancellationToken ct)
    {
        await (process?.DisposeAsync() ?? ValueTask.CompletedTask);
        var (command, first, directory) = await CommandAsync(ct);
        process = GuardedProcess.Start(new GuardedProcessOptions
        {
            Command = command,
            Arguments = [.. first, .. await variables.ArgumentsAsync(instance, ct)],
            Environment = await variables.EnvironmentAsync(instance, ct),
            WorkingDirectory = directory,
            OnOutput = line => log.Write(line),
            OnError = line => log.Write(line, isError: true),
        });
    }

    public async Task<int> StopAsync() => process is null ? 0 : await process.StopAsync(Grace);

    public ValueTask DisposeAsync() => process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<(string Command, string[] First, string Directory)> CommandAsync(CancellationToken ct)
    {
        if (instance.Resource is ExecutableResource executable)
        {
            return (executable.Command, [], executable.WorkingDirectory);
        }
        var project = (ProjectResource)instance.Resource;
        var program = await programs.FindAsync(project, line => log.Write(line), ct);
        return (ProjectPrograms.Dotnet, [program], Path.GetDirectoryName(project.GetProjectMetadata().ProjectPath)!);
    }
}
