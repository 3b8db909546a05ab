using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Journease.Content.Tests.Manuscripts;

/// <summary>Says what in a piece of HTML may not be there. Written apart from the sanitiser, so that one does not hide the other's mistake.</summary>
internal static class HtmlChecker
{
    private static readonly string[] Elements =
    [
        "A", "BLOCKQUOTE", "BR", "CODE", "EM", "H2", "H3", "H4", "H5", "H6", "HR", "IMG", "LI", "OL", "P", "PRE", "STRONG",
        "TABLE", "TBODY", "TD", "TH", "THEAD", "TR", "UL",
    ];

    public static void AssertHarmless(string html)
    {
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.True(Elements.Contains(element.NodeName), $"<{element.NodeName}> in {html}");
            Assert.All(element.Attributes, attribute => Assert.True(IsHarmless(element, attribute), $"{element.NodeName} {attribute.Name}={attribute.Value}"));
            if (element.NodeName == "A" && element.GetAttribute("href")?.Contains(':') == true)
            {
                Assert.Equal("nofollow noopener", element.GetAttribute("rel"));
            }
        }
        Assert.DoesNotContain(body.Descendants(), node => node is IComment or IProcessingInstruction);
    }

    private static bool IsHarmless(IElement element, IAttr attribute) => (element.NodeName, attribute.Name) switch
    {
        ("A", "href") => Leads(attribute.Value, "https:", "http:", "mailto:", "tel:"),
        ("IMG", "src") => Leads(attribute.Value),
        ("IMG", "alt") or ("A" or "IMG", "title") or ("OL", "start") => true,
        ("A", "rel") => attribute.Value == "nofollow noopener",
        ({ Length: 2 } and ['H', >= '2' and <= '6'], "id") => attribute.Value.StartsWith("section-", StringComparison.Ordinal),
        _ => false,
    };

    // As a browser reads it: control characters and blanks do not count, and a scheme ends at the first colon.
    private static bool Leads(string address, params string[] schemes)
    {
        var read = new string([.. address.Where(character => character > ' ' && character != '\u007f')]).ToLowerInvariant();
        return !read.StartsWith("//", StringComparison.Ordinal)
            && !read.StartsWith("/\\", StringComparison.Ordinal)
            && (schemes.Any(scheme => read.StartsWith(scheme, StringComparison.Ordinal))
                || !read.Split('/', '?', '#')[0].Contains(':'));
    }
}
