using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Journease.LocalServers;

namespace Journease.LocalHosting.Processes;

/// <summary>Finds the built program of a project.</summary>
internal sealed class ProjectPrograms(AppHostFacts facts)
{
    /// <summary>The dotnet that runs us runs them too.</summary>
    public static string Dotnet { get; } =
        Path.GetFileName(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public async Task<string> FindAsync(ProjectResource project, Action<string> log, CancellationToken ct)
    {
        var metadata = project.GetProjectMetadata();
        var program = facts.OutputOf(metadata.ProjectPath) ?? await BuildAsync(metadata.ProjectPath, log, ct);
        return File.Exists(program)
            ? program
            : throw new DistributedApplicationException($"The program of '{project.Name}', {program}, is not built: build the AppHost again.");
    }

    private static async Task<string> BuildAsync(string projectPath, Action<string> log, CancellationToken ct)
    {
        if (!File.Exists(projectPath))
        {
            throw new DistributedApplicationException($"There is no project {projectPath}.");
        }
        var said = new List<string>();
        await using var build = GuardedProcess.Start(new GuardedProcessOptions
        {
            Command = Dotnet,
            Arguments = ["build", projectPath, "-v", "quiet", "-nologo", "-getProperty:TargetPath"],
            WorkingDirectory = Path.GetDirectoryName(projectPath),
            OnOutput = said.Add,
            OnError = log,
        });
        var exitCode = await build.Exited.WaitAsync(ct);
        said.ForEach(log);
        return exitCode == 0
            ? said.Last(line => line.EndsWith(".dll", StringComparison.Ordinal)).Trim()
            : throw new DistributedApplicationException($"{projectPath} cannot be built: dotnet build ended with exit code {exitCode}.");
    }
}
