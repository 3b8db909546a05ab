using System.Text.RegularExpressions;

namespace Journease.Portal.Articles;

/// <summary>How long an article takes, so that people can choose when to read it.</summary>
internal static partial class ReadingTime
{
    // Slower than the usual 230: people under stress read more slowly.
    private const int WordsPerMinute = 180;

    public static int MinutesFor(string html) => Math.Max(1, (int)Math.Ceiling(Words().Count(Tags().Replace(html, " ")) / (double)WordsPerMinute));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\S+")]
    private static partial Regex Words();
}
