namespace Journease.LocalServers.Tests;

internal static class LocalProcess
{
    /// <summary>A zombie has ended; it waits only for its parent to take note.</summary>
    public static bool IsAlive(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception e) when (e is IOException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    public static string CommandLineOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (Exception e) when (e is IOException or DirectoryNotFoundException)
        {
            return "";
        }
    }

    /// <summary>The processes started by it, and those started by them.</summary>
    public static IReadOnlyList<int> DescendantsOf(int id)
    {
        var children = Directory.GetDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out _))
            .Select(name => int.Parse(name!, System.Globalization.CultureInfo.InvariantCulture))
            .ToLookup(ParentOf);
        var found = new List<int>();
        for (var next = new Queue<int>([id]); next.TryDequeue(out var parent);)
        {
            foreach (var child in children[parent])
            {
                found.Add(child);
                next.Enqueue(child);
            }
        }
        return found;
    }

    private static int ParentOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(
                stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or DirectoryNotFoundException)
        {
            return 0;
        }
    }
}
