using System.Net;
using Journease.Browsing;
using Journease.Testing;

namespace Journease.Portal.Tests.Everything;

[Trait("Needs", "servers")]
public sealed class GettingACopyTests(PortalHost portal, PortalBrowser browser) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_person_asks_for_a_copy_sees_what_is_missing_and_saves_it_as_a_file()
    {
        using var visitor = await portal.SignedInAsync();
        var form = (await visitor.PageAsync("/everything")).Values("/everything");

        var page = await (await visitor.SendAsync("/everything", form).ExpectAsync(HttpStatusCode.OK)).ReadAsync();

        var main = page.QuerySelector("main")!;
        Assert.Contains("Asked for on Tuesday, December 1, 2026", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not included, because that part did not answer: your circles.", main.TextContent, StringComparison.Ordinal);
        var file = await visitor.GetAsync(
            new Uri(main.QuerySelector("a[href$='page.html']")!.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(("attachment", "no-store"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Headers.CacheControl!.ToString()));
        Assert.Contains("All of it.", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bundle.xml")]
    [InlineData("page.html")]
    public async Task What_is_not_there_is_not_found(string file)
    {
        using var visitor = await portal.SignedInAsync();
        await visitor.GetAsync(new Uri($"/everything/{Guid.CreateVersion7()}/{file}", UriKind.Relative), TestContext.Current.CancellationToken)
            .ExpectAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_intake_is_away_the_page_says_so_and_a_stranger_is_asked_to_sign_in()
    {
        using var visitor = await portal.SignedInAsync();
        portal.Gateway.SetAway("/intake/v1/exports");
        var page = await visitor.PageAsync("/everything");
        portal.Gateway.SetBack("/intake/v1/exports");

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains("We cannot reach your copies right now.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var stranger = portal.Visitor(followRedirects: false);
        await stranger.GetAsync(new Uri("/everything", UriKind.Relative), TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_page_is_without_barriers()
    {
        using (var visitor = await portal.SignedInAsync())
        {
            await visitor.SendAsync("/everything", (await visitor.PageAsync("/everything")).Values("/everything")).ExpectAsync(HttpStatusCode.OK);
        }

        await using var window = await browser.OpenAsync(portal.Address, Look.Phone);
        await window.Page.GotoAsync("/sign-in?returnUrl=%2Feverything");
        await window.PhotographAsync("everything-phone");
        await window.ExpectNoBarriersAsync();
        await window.ExpectNoSidewaysScrollingAsync();
        await window.ExpectTargetsForThumbsAsync();
    }
}
