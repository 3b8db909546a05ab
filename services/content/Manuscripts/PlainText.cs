using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Journease.Content.Manuscripts;

/// <summary>
/// The practice's way of writing: a title line, headings that are only short lines, paragraphs, and lists of
/// "- Term: text". Turned into Markdown once, at import; anything that already is Markdown passes untouched.
/// </summary>
internal static partial class PlainText
{
    private const int LongestHeading = 100;

    public static string ToMarkdown(string text)
    {
        var blocks = MarkdownText.Parse(text);
        var plain = blocks.Count > 1 && blocks.All(block => block is ParagraphBlock or ListBlock) && IsHeading(blocks[0], text);
        if (!plain)
        {
            return text;
        }

        var markdown = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var source = text[block.Span.Start..(block.Span.End + 1)].Trim();
            markdown.Append(block switch
            {
                ListBlock => List(source),
                _ when i == 0 => "# " + source,
                _ when i < blocks.Count - 1 && IsHeading(block, text) => "## " + source,
                _ => source,
            }).Append("\n\n");
        }
        return markdown.ToString().TrimEnd('\n');
    }

    private static bool IsHeading(Block block, string text)
    {
        var source = text[block.Span.Start..(block.Span.End + 1)].Trim();
        return block is ParagraphBlock && source.Length <= LongestHeading && HeadingLine().IsMatch(source);
    }

    private static string List(string source) =>
        string.Join('\n', source.Split('\n').Where(line => line.Trim().Length > 0).Select(line => Term().Replace(line, "- **$1:** $2")));

    // One line that starts like a title and does not end like a sentence; marks of Markdown mean that it is something else.
    [GeneratedRegex(@"^[\p{Lu}\p{Lo}\p{N}][^\n*_`<>\[\]|\\]*[^\n*_`<>\[\]|\\.,;:!?…""”]$")]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"^- ([^:\n*_`\[\]]{2,60}): (?=\S)(.*)$")]
    private static partial Regex Term();
}
