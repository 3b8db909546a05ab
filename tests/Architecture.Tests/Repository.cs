using System.Reflection;
using System.Xml.Linq;

namespace Journease.Architecture.Tests;

/// <summary>The source tree and the built assemblies that the rules look at.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    private static readonly string[] Ignored = ["artifacts", ".git", "Migrations", "node_modules"];

    /// <summary>Every service's assembly.</summary>
    public static IReadOnlyList<Assembly> Services { get; } =
        [.. ServiceProjects.Select(project => Assembly.Load("Journease." + Path.GetFileNameWithoutExtension(project)))];

    public static Assembly Contracts { get; } = Assembly.Load("Journease.Contracts");

    public static IEnumerable<string> ServiceProjects => Directory.GetFiles(Path.Combine(Root, "services"), "*.csproj", SearchOption.AllDirectories);

    /// <summary>Hand-written C# files below these folders, or everywhere; paths from the root.</summary>
    public static IEnumerable<string> SourceFiles(params string[] folders) =>
        (folders.Length == 0 ? [Root] : folders.Select(folder => Path.Combine(Root, folder)))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(Ignored.Contains));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static IEnumerable<string> ReferencedProjects(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Journease.Platform.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests must run inside the repository.");
        }
        return directory.FullName;
    }
}
