using System.Diagnostics;
using System.Text.Json;
using Journease.Content.Manuscripts;
using Journease.ServiceDefaults.Errors;

namespace Journease.Content.Tests.Manuscripts;

public sealed class RenderingUnsafeTextTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static readonly TheoryData<string> Payloads =
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](  javascript:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](&#106;avascript:alert(1))",
        "[x](&#x6A&#x61;vascript&colon;alert(1))",
        "[x](javascript&#58;alert(1))",
        "[x](java&NewLine;script:alert(1))",
        "[x](&#1;javascript:alert(1))",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[x](file:///etc/passwd)",
        "[x](//evil.example/)",
        "[x](/\\evil.example)",
        "[x](\\\\evil.example)",
        "[x][r]\n\n[r]: javascript:alert(1)",
        "[x]\n\n[x]: data:text/html,1 \"t\"",
        "<javascript:alert(1)>",
        "<JAVASCRIPT:alert(1)>",
        "<data:text/html;base64,PHNjcmlwdD4=>",
        "<vbscript:msgbox(1)>",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)",
        "![x](https://evil.example/pixel.gif)",
        "![x](//evil.example/pixel.gif)",
        "![x\" onerror=\"alert(1)](/a.png)",
        "[![x](javascript:alert(1))](javascript:alert(2))",
        "[x](https://ok.example \"\\\" onmouseover=alert(1) x=\\\"\")",
        "[x](https://ok.example/\"onmouseover=\"alert(1))",
        "<script>alert(1)</script>",
        "<ScRiPt src=//evil.example></ScRiPt>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<img src=x onerror=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<style>@import 'https://evil.example';</style>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<?php echo 1 ?>",
        "text <b onclick=alert(1)>x</b>",
        "`<script>alert(1)</script>`",
        "    <script>alert(1)</script>",
        "```\"><script>alert(1)</script>\ncode\n```",
        "# <img src=x onerror=alert(1)>",
        "# \" onmouseover=\"alert(1)",
        "| <script>alert(1)</script> | b |\n|---|:-:|\n| [x](javascript:alert(1)) | <svg/onload=alert(1)> |",
        "> - 1. [x](javascript:alert(1))",
        "[x](tel:+1){onclick=alert(1)}",
        "# main {#main .x onclick=alert(1)}",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_payload_becomes_harmless(string markdown) => HtmlChecker.AssertHarmless(Html(markdown));

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_payload_in_the_middle_of_a_text_becomes_harmless(string markdown) =>
        HtmlChecker.AssertHarmless(Html($"Before.\n\n{markdown}\n\nAfter [a page](https://example.org)."));

    [Theory]
    [InlineData("[a](https://example.org/?q=1#x)", "<a href=\"https://example.org/?q=1#x\" rel=\"nofollow noopener\">a</a>")]
    [InlineData("[a](mailto:a@example.org)", "<a href=\"mailto:a@example.org\" rel=\"nofollow noopener\">a</a>")]
    [InlineData("[call](tel:988)", "<a href=\"tel:988\" rel=\"nofollow noopener\">call</a>")]
    [InlineData("[a](/articles/sleep)", "<a href=\"/articles/sleep\">a</a>")]
    [InlineData("[a](#section-sleep)", "<a href=\"#section-sleep\">a</a>")]
    [InlineData("<https://example.org>", "<a href=\"https://example.org\" rel=\"nofollow noopener\">https://example.org</a>")]
    [InlineData("![A bench](/images/bench.jpg)", "<img src=\"/images/bench.jpg\" alt=\"A bench\">")]
    public void What_is_meant_well_stays(string markdown, string expected) => Assert.Equal($"<p>{expected}</p>", Html(markdown));

    [Fact]
    public void The_words_of_a_link_and_of_an_image_stay_when_their_address_may_not()
    {
        var rendered = ArticleHtml.Render(MarkdownText.Parse("[these words](javascript:x) ![a bench](https://example.org/a.png) <vbscript:x>"));

        Assert.Equal("<p>these words a bench vbscript:x</p>", rendered.Html);
        Assert.Collection(
            rendered.LeftOut,
            sentence => Assert.StartsWith("Left out 2 link(s)", sentence, StringComparison.Ordinal),
            sentence => Assert.StartsWith("Left out 1 image(s)", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Headings_have_ids_that_repeat_neither_each_other_nor_the_page_and_leave_the_first_level_to_the_title()
    {
        var html = Html("# Main\n\n## Sleep\n\n## Sleep\n\n## 眠り\n\n## Sleep 2");

        Assert.Contains("<h2 id=\"section-main\">Main</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<h3 id=\"section-sleep\">", html, StringComparison.Ordinal);
        Assert.Contains("<h3 id=\"section-sleep-2\">", html, StringComparison.Ordinal);
        Assert.Contains("<h3 id=\"section-part\">", html, StringComparison.Ordinal);
        Assert.Contains("<h3 id=\"section-sleep-2-2\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> ", 20_000)]
    [InlineData("- ", 20_000)]
    [InlineData("[", 50_000)]
    [InlineData("![", 25_000)]
    [InlineData("*a **a ", 7_000)]
    [InlineData("`", 50_000)]
    [InlineData("<", 50_000)]
    [InlineData("&", 50_000)]
    [InlineData("[a](", 12_000)]
    [InlineData("| a ", 12_000)]
    [InlineData("_a__", 12_000)]
    [InlineData("\\", 50_000)]
    [InlineData("a\n", 25_000)]
    [InlineData("# a\n", 12_000)]
    [InlineData("[a]: b\n", 7_000)]
    public void Hostile_repetition_is_rendered_or_refused_in_bounded_time(string piece, int times)
    {
        var started = Stopwatch.StartNew();
        try
        {
            HtmlChecker.AssertHarmless(Html(string.Concat(Enumerable.Repeat(piece, times))));
        }
        catch (RuleBrokenException refused)
        {
            Assert.Equal("article-unreadable", refused.Type.Code);
        }
        Assert.True(started.Elapsed < Patience, $"took {started.Elapsed}");
    }

    [Fact]
    public void Naughty_strings_are_harmless_as_text_title_and_summary()
    {
        foreach (var naughty in JsonSerializer.Deserialize<string[]>(SharedInput.Read("blns.json"))!)
        {
            foreach (var markdown in new[] { naughty, $"# {naughty}\n\n{naughty}", $"[{naughty}]({naughty}) <{naughty}> ![{naughty}]({naughty})" })
            {
                try
                {
                    var text = ArticleText.From(Manuscript.Read(markdown), naughty, []);
                    HtmlChecker.AssertHarmless(text.Html);
                    Assert.DoesNotContain(text.Title + text.Summary, char.IsControl);
                }
                catch (RuleBrokenException refused)
                {
                    Assert.Equal(400, refused.Type.Status);
                }
            }
        }
    }

    private static string Html(string markdown) => ArticleHtml.Render(MarkdownText.Parse(markdown)).Html;
}
