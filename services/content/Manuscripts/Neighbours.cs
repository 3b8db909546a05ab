using Journease.Content.Articles;

namespace Journease.Content.Manuscripts;

/// <summary>The titles that a text names at its end as the articles before and after it.</summary>
internal sealed record Neighbours(string? Previous, string? Next)
{
    public static readonly Neighbours None = new(null, null);

    /// <summary>
    /// The practice's pages end with "Previous", "Previous", a title, "Next", "Next", a title, each on a line of its own.
    /// That is navigation, not text: it is taken off. Either half may be missing.
    /// </summary>
    public static (string Text, Neighbours Named) TakeOff(string text)
    {
        var lines = text.Split('\n').ToList();
        var next = TakeOffLast(lines, "Next");
        var previous = TakeOffLast(lines, "Previous");
        return (string.Join('\n', lines), next is null && previous is null ? None : new(previous, next));
    }

    private static string? TakeOffLast(List<string> lines, string word)
    {
        var filled = Enumerable.Range(0, lines.Count).Where(index => !string.IsNullOrWhiteSpace(lines[index])).TakeLast(3).ToList();
        if (filled.Count < 3 || lines[filled[0]].Trim() != word || lines[filled[1]].Trim() != word)
        {
            return null;
        }

        var title = lines[filled[2]].Trim();
        if (title.Length > ArticleTable.LongestTitle)
        {
            return null; // no title is as long as that, so it is not this block
        }
        lines.RemoveRange(filled[0], lines.Count - filled[0]);
        return title;
    }
}
