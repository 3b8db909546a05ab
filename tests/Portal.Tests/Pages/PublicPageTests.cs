using System.Net;
using AngleSharp.Html.Parser;
using Journease.Testing;

namespace Journease.Portal.Tests.Pages;

[Trait("Needs", "servers")]
public sealed class PublicPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, int> Pages => new()
    {
        { "/", "Trauma care, one steady step at a time", 200 },
        { "/articles", "Read", 200 },
        { "/articles?topic=flashbacks", "Read about Flashbacks", 200 },
        { "/articles?topic=music-therapy", "Read about Music therapy", 200 },
        { "/articles?after=cursor-2", "Read", 200 },
        { "/articles/how-ketamine-therapy-helps", "How ketamine therapy helps with trauma recovery", 200 },
        { "/articles/nothing-here", "This article is not here", 404 },
        { "/reach-out", "Reach out", 200 },
        { "/reach-out/received", "Thank you. Your message is kept.", 200 },
        { "/sign-in/problem", "Signing in did not work this time", 200 },
        { "/sign-out", "Sign out?", 200 },
        { "/signed-out", "You are signed out", 200 },
        { "/no-such-page", "This page is not here", 404 },
        { "/css/no-such-file.css", "This page is not here", 404 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_has_its_heading_the_landmarks_and_help_in_a_crisis(string path, string heading, int status)
    {
        using var visitor = portal.Visitor();
        var response = await visitor.GetAsync(new Uri(path, UriKind.Relative), Stop).ExpectAsync((HttpStatusCode)status);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Stop), Stop);

        Assert.Equal(heading, page.QuerySelectorAll("h1").Single().TextContent.Trim());
        Assert.Contains("Journease", page.Title, StringComparison.Ordinal);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.QuerySelector("main#main"));
        Assert.NotNull(page.QuerySelector("header nav"));
        Assert.NotNull(page.QuerySelector("footer"));
        Assert.NotNull(page.QuerySelector("aside.crisis-strip a[href='tel:988']"));
        Assert.NotNull(page.QuerySelector("a[href='sms:988']"));
        Assert.NotNull(page.QuerySelector("a[href='tel:911']"));
        Assert.NotNull(page.QuerySelector("a[href='https://988lifeline.org']"));
        Assert.Empty(page.QuerySelectorAll("script, style, [style], [onclick], iframe, base"));
    }

    [Fact]
    public async Task A_program_gets_a_problem_document_instead_of_a_page()
    {
        using var program = new HttpClient { BaseAddress = portal.Address };
        program.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        await program.GetAsync(new Uri("/no-such-page", UriKind.Relative), Stop).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task An_article_leads_to_the_one_before_and_the_one_after()
    {
        using var visitor = portal.Visitor();
        var page = await new HtmlParser().ParseDocumentAsync(
            await visitor.GetStringAsync(new Uri("/articles/how-ketamine-therapy-helps", UriKind.Relative), Stop), Stop);

        Assert.Equal("/articles/what-trauma-is", page.QuerySelector("a[rel=prev]")?.GetAttribute("href"));
        Assert.Equal("/articles/preparing", page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        Assert.Contains("Recovery, step by step, part 2", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("min read", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_title_is_shown_and_does_nothing()
    {
        using var visitor = portal.Visitor();
        foreach (var path in new[] { "/", "/articles", "/articles/hostile" })
        {
            var page = await new HtmlParser().ParseDocumentAsync(await visitor.GetStringAsync(new Uri(path, UriKind.Relative), Stop), Stop);
            Assert.Empty(page.QuerySelectorAll("script, [onerror], [onclick], main img:not(.hero-picture)"));
        }
    }
}
