namespace Journease.Testing.Classification;

/// <summary><c>docs/data.md</c>: sections by service, in them rows of table, columns, class and reason.</summary>
internal static class DataDocument
{
    /// <summary>What every service has, the portal too.</summary>
    private const string EveryDatabase = "every database";

    /// <summary>What every service has that sends messages.</summary>
    private const string EveryService = "every service";

    private const string Portal = "portal";

    public static IReadOnlyList<ClassifiedColumn> Of(string service)
    {
        string[] sections = service == Portal ? [EveryDatabase, service] : [EveryDatabase, EveryService, service];
        var columns = new List<ClassifiedColumn>();
        var section = "";
        foreach (var line in File.ReadLines(Path.Combine(Root(), "docs", "data.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line["## ".Length..].Trim();
            }
            else if (line.StartsWith('|') && sections.Contains(section) && line.Split('|', StringSplitOptions.TrimEntries) is ["", var table, var names, var kind, var why, ""]
                && table is not "table" && !table.StartsWith('-'))
            {
                columns.AddRange(names.Split(',', StringSplitOptions.TrimEntries).Select(name => new ClassifiedColumn(table, name, kind, why)));
            }
        }
        return columns;
    }

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Journease.Platform.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }
        return root.FullName;
    }
}
