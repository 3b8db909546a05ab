using AngleSharp.Dom;
using Ganss.Xss;

namespace Journease.Content.Manuscripts;

/// <summary>The few tags and attributes that an article may consist of.</summary>
internal static class HtmlAllowList
{
    public static string Clean(string html)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(
                ["p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "blockquote", "code", "pre", "a", "img",
                    "table", "thead", "tbody", "tr", "th", "td"], StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "src", "alt", "title", "id", "start"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(Address.Schemes, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.PostProcessNode += (_, e) => LeaveWithoutTrace(e.Node);
        return sanitizer.Sanitize(html);
    }

    private static void LeaveWithoutTrace(INode node)
    {
        if (node is IElement { LocalName: "a" } link && link.GetAttribute("href")?.Contains(':') == true)
        {
            link.SetAttribute("rel", "nofollow noopener");
        }
    }
}
