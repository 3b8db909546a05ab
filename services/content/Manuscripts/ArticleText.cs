using Journease.Content.Articles;
using Journease.Content.Topics;
using Markdig.Syntax;

namespace Journease.Content.Manuscripts;

/// <summary>What an article says, checked and rendered.</summary>
/// <param name="LeftOut">Sentences for the editor about what was not taken over.</param>
internal sealed record ArticleText(
    string Title, string Summary, string Markdown, string Html, string[] Topics, IReadOnlyList<string> LeftOut)
{
    private const int LongestOwnSummary = 280;

    public static ArticleText From(Manuscript manuscript, string? summary, IEnumerable<string> topics)
    {
        if (string.IsNullOrWhiteSpace(manuscript.Title))
        {
            throw ArticleProblems.TitleMissing.Broken("Give a title, or begin the text with a heading.", "title");
        }
        if (manuscript.Title.Length > ArticleTable.LongestTitle)
        {
            throw ArticleProblems.Unreadable.Broken($"A title has at most {ArticleTable.LongestTitle} characters.", "title");
        }
        RefuseControlCharacters(manuscript.Title, "title", allowed: "");
        RefuseControlCharacters(manuscript.Body, "markdown", allowed: "\n\t");
        RefuseControlCharacters(summary ?? "", "summary", allowed: "");

        var document = MarkdownText.Parse(manuscript.Body);
        var rendered = ArticleHtml.Render(document);
        if (rendered.Html.Length == 0)
        {
            throw ArticleProblems.Unreadable.Broken("There is no text under the title.", "markdown");
        }
        return new(manuscript.Title, SummaryOf(summary, document), manuscript.Body, rendered.Html, Known(topics), rendered.LeftOut);
    }

    private static string SummaryOf(string? given, MarkdownDocument document)
    {
        if (!string.IsNullOrWhiteSpace(given))
        {
            return given.Trim();
        }

        var first = document.OfType<ParagraphBlock>().FirstOrDefault();
        var text = first is null ? "" : MarkdownText.PlainTextOf(first);
        if (text.Length <= LongestOwnSummary)
        {
            return text;
        }
        var space = text.LastIndexOf(' ', LongestOwnSummary);
        var end = space > 0 ? space : LongestOwnSummary;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    private static string[] Known(IEnumerable<string> topics)
    {
        string[] distinct = [.. topics.Distinct(StringComparer.Ordinal)];
        return Array.TrueForAll(distinct, topic => topic is not null && Topic.IsKnown(topic))
            ? distinct
            : throw ArticleProblems.TopicUnknown.Broken("Use the codes that GET /content/v1/topics lists.", "topics");
    }

    private static void RefuseControlCharacters(string text, string field, string allowed)
    {
        if (text.Any(character => char.IsControl(character) && !allowed.Contains(character)))
        {
            throw ArticleProblems.Unreadable.Broken("Take the control characters out; they cannot be shown.", field);
        }
    }
}
