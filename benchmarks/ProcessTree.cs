namespace Journease.Benchmarks;

/// <summary>A process and everything that it started, found through /proc.</summary>
internal static class ProcessTree
{
    public static IEnumerable<(int Id, string Name)> Below(int root)
    {
        var children = Directory.GetDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Parent: ParentOf(id)))
            .ToLookup(process => process.Parent, process => process.Id);
        return Walk(root).Select(id => (id, NameOf(id))).Where(process => process.Item2.Length > 0);

        IEnumerable<int> Walk(int id) => children[id].SelectMany(Walk).Prepend(id);
    }

    private static int ParentOf(int id)
    {
        try
        {
            // The name in parentheses may hold spaces; the parent is the second word after it.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // gone in the meantime
        }
    }

    private static string NameOf(int id)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{id}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            var assembly = words.FirstOrDefault(word => word.EndsWith(".dll", StringComparison.Ordinal));
            return Path.GetFileName(assembly ?? words.FirstOrDefault() ?? "").Split(':')[0];
        }
        catch (IOException)
        {
            return "";
        }
    }
}
