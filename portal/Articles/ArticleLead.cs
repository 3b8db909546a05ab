using System.Net;
using System.Text.RegularExpressions;

namespace Journease.Portal.Articles;

/// <summary>What stands under an article's title: its summary, unless the text begins with the very same words.</summary>
internal static partial class ArticleLead
{
    public static string? Of(Article article)
    {
        if (article.Summary?.TrimEnd('…') is not { Length: > 0 } summary)
        {
            return null;
        }
        var text = Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(article.Html, "")), " ").TrimStart();
        return text.StartsWith(Spaces().Replace(summary, " "), StringComparison.Ordinal) ? null : article.Summary;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
