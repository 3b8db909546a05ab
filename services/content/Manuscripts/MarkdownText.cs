using System.Text;
using Journease.Content.Articles;
using Journease.ServiceDefaults.Errors;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Journease.Content.Manuscripts;

/// <summary>The Markdown that this service reads: CommonMark and tables, no raw HTML.</summary>
internal static class MarkdownText
{
    public static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    // A long article has a few thousand. The sanitiser's time grows with their square.
    private const int MostParts = 10_000;

    public static MarkdownDocument Parse(string markdown)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException) // how the parser says that something is nested beyond its limit
        {
            throw TooDeep();
        }
        return document.Descendants().Skip(MostParts).Any()
            ? throw ArticleProblems.Unreadable.Broken("The text has too many headings, list items or marks. Make several articles of it.", "markdown")
            : document;
    }

    public static string ToHtml(MarkdownDocument document)
    {
        try
        {
            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            throw TooDeep();
        }
    }

    /// <summary>What a heading or paragraph says, without its marks.</summary>
    public static string PlainTextOf(LeafBlock block)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Inline?.Descendants() ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
            }
        }
        return text.ToString().Trim();
    }

    private static RuleBrokenException TooDeep() =>
        ArticleProblems.Unreadable.Broken("Lists, quotes or marks are nested too deeply. Nest them less.", "markdown");
}
