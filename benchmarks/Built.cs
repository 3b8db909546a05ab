namespace Journease.Benchmarks;

/// <summary>The other projects' build output, in the configuration that this one was built in.</summary>
internal static class Built
{
    public static string Root { get; } = FindRoot();

    public static string Assembly(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.Combine(Root, "artifacts", "local", "bin", project, configuration, $"Journease.{project}.dll");
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Journease.Platform.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The benchmarks must run inside the repository.");
        }
        return directory.FullName;
    }
}
