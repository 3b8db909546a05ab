namespace Journease.Platform.Tests;

/// <summary>The practice's own article where its folder lies beside the repository; a short one of the project's otherwise.</summary>
internal static class Article
{
    private const string Own = """
        # What ketamine therapy is, and what is not known

        Trauma can change how a person sleeps, feels and remembers. Ketamine therapy is one way of treating what follows.

        ## What is not known

        - Nobody can promise how much it helps, or for how long.
        - It is not approved for trauma; a prescriber decides with each person.
        """;

    public static string Text { get; } = Find() is { } path ? File.ReadAllText(path) : Own;

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "inputs", "article-trauma-recovery.txt");
            if (File.Exists(path))
            {
                return path;
            }
        }
        return null;
    }
}
