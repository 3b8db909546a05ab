using Markdig.Syntax;

namespace Journease.Content.Manuscripts;

/// <summary>What an editor hands in, taken apart: the title it carries, its body in Markdown, and the neighbours it names.</summary>
internal sealed record Manuscript(string? Title, string Body, Neighbours Named)
{
    /// <param name="text">As it was handed in.</param>
    /// <param name="title">A title given besides; a heading that only repeats it is dropped, any other stays in the text.</param>
    public static Manuscript Read(string text, string? title = null)
    {
        var (own, named) = Neighbours.TakeOff(text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim('\n'));
        var markdown = PlainText.ToMarkdown(own);
        var (found, rest) = TakeTitle(markdown, MarkdownText.Parse(markdown));
        var given = title?.Trim();
        return given is null || string.Equals(given, found, StringComparison.OrdinalIgnoreCase)
            ? new(given ?? found, rest, named)
            : new(given, markdown, named);
    }

    private static (string? Title, string Body) TakeTitle(string markdown, MarkdownDocument document)
    {
        if (document.OfType<HeadingBlock>().FirstOrDefault() is { } heading)
        {
            // A heading further down is borrowed as the title and stays where it is.
            return (MarkdownText.PlainTextOf(heading), document[0] == heading ? After(heading, markdown) : markdown);
        }

        return document is [ParagraphBlock line, _, ..] && !markdown[line.Span.Start..line.Span.End].Contains('\n')
            ? (MarkdownText.PlainTextOf(line), After(line, markdown))
            : (null, markdown);
    }

    private static string After(Block block, string markdown) => markdown[(block.Span.End + 1)..].Trim('\n');
}
