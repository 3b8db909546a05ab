using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Journease.Content.Manuscripts;

/// <summary>
/// Makes safe HTML of a document, in two independent steps: the syntax tree loses every address that is not allowed, then
/// what was rendered is put through a sanitiser with a short list of tags. Either alone has been got around elsewhere.
/// </summary>
internal static class ArticleHtml
{
    public sealed record Rendered(string Html, IReadOnlyList<string> LeftOut);

    public static Rendered Render(MarkdownDocument document)
    {
        var (links, images) = LeaveOutAddresses(document);
        NumberHeadings(document);
        var html = HtmlAllowList.Clean(MarkdownText.ToHtml(document)).Trim();
        return new(html, [.. Sentences(links, images)]);
    }

    private static (int Links, int Images) LeaveOutAddresses(MarkdownDocument document)
    {
        var (links, images) = (0, 0);
        foreach (var inline in document.Descendants<Inline>().ToList())
        {
            switch (inline)
            {
                case LinkInline { IsImage: true } image when !Address.MayBeShown(image.Url):
                    images++;
                    image.ReplaceBy(new ContainerInline()); // its alternative text stays
                    break;
                case LinkInline { IsImage: false } link when !Address.MayBeFollowed(link.Url):
                    links++;
                    link.ReplaceBy(new ContainerInline()); // its words stay
                    break;
                case AutolinkInline auto when !Address.MayBeFollowed(auto.IsEmail ? "mailto:" + auto.Url : auto.Url):
                    links++;
                    auto.ReplaceBy(new LiteralInline(auto.Url));
                    break;
            }
        }
        return (links, images);
    }

    // The page's h1 is the title. Ids have a prefix so that no heading can pose as a part of the page around it.
    private static void NumberHeadings(MarkdownDocument document)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var shift = headings.Any(heading => heading.Level == 1) ? 1 : 0;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in headings)
        {
            heading.Level = Math.Min(heading.Level + shift, 6);
            var words = "section-" + (Slug.From(MarkdownText.PlainTextOf(heading)) is { Length: > 0 } slug ? slug : "part");
            var id = words;
            while (!taken.Add(id))
            {
                // Counts on from the last one: a text of ten thousand equal headings must not take ten thousand times as long.
                last[words] = last.GetValueOrDefault(words, 1) + 1;
                id = $"{words}-{last[words]}";
            }
            heading.GetAttributes().Id = id;
        }
    }

    private static IEnumerable<string> Sentences(int links, int images)
    {
        if (links > 0)
        {
            yield return $"Left out {links} link(s): only https, http, mailto and tel addresses, and pages of this site, can be linked.";
        }
        if (images > 0)
        {
            yield return $"Left out {images} image(s): only images of this site are shown, so that no other site learns who reads.";
        }
    }
}
