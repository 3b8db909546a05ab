using System.Reflection;

namespace Aspire.Hosting;

/// <summary>What the build wrote into the AppHost's assembly: where it lies, and where the projects' output lies.</summary>
internal sealed class AppHostFacts
{
    private readonly Dictionary<string, string> facts;

    public AppHostFacts(Assembly? assembly, string? projectDirectory)
    {
        facts = new(StringComparer.OrdinalIgnoreCase);
        foreach (var fact in assembly?.GetCustomAttributes<AssemblyMetadataAttribute>() ?? [])
        {
            facts.TryAdd(fact.Key, fact.Value ?? "");
        }
        Directory = Path.TrimEndingDirectorySeparator(
            projectDirectory ?? facts.GetValueOrDefault("apphostprojectpath") ?? System.IO.Directory.GetCurrentDirectory());
        StateDirectory = facts.GetValueOrDefault("localhostingstatepath") ?? Path.Combine(Directory, ".local");
    }

    public string Directory { get; }

    /// <summary>Where data, secrets and logs of this AppHost lie.</summary>
    public string StateDirectory { get; }

    /// <summary>The built program of a project that is built together with the AppHost.</summary>
    public string? OutputOf(string projectPath) => facts.GetValueOrDefault("localhostingoutput:" + projectPath);
}
