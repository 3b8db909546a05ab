namespace Journease.Intake.Tests;

/// <summary>Real inputs that lie beside the repository on some machines; tests skip visibly where they do not.</summary>
internal static class SharedInputs
{
    public static string? Folder(string name) => Find(Path.Combine("shared", "inputs", name), Directory.Exists);

    public static string? File(string name) => Find(Path.Combine("shared", "inputs", name), System.IO.File.Exists);

    private static string? Find(string path, Func<string, bool> exists)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }
        return null;
    }
}
