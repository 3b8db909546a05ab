namespace Journease.Content.Tests;

/// <summary>Texts that nobody on this project wrote; they lie beside the repository on some machines.</summary>
internal static class SharedInput
{
    /// <summary>The text of the file, or a visible skip where it is not there.</summary>
    public static string Read(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Journease.Platform.sln")))
        {
            root = root.Parent;
        }

        var file = Path.Combine(root?.Parent?.FullName ?? "", "shared", "inputs", name);
        Assert.SkipUnless(File.Exists(file), $"../shared/inputs/{name} is not on this machine.");
        return File.ReadAllText(file);
    }
}
