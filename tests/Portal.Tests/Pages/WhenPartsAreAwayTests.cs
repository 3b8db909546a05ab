using System.Net;
using Journease.Browsing;
using Journease.Testing;

namespace Journease.Portal.Tests.Pages;

[Trait("Needs", "servers")]
public sealed class WhenPartsAreAwayTests(PortalHost portal, PortalBrowser browser) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Pages_say_in_words_what_is_away_and_what_still_works()
    {
        using var signedIn = await portal.SignedInAsync();
        using var visitor = portal.Visitor();
        var form = (await visitor.PageAsync("/reach-out")).Values("/reach-out");
        foreach (var part in new[] { "/content", "/intake", "/scheduling", "/notifications" })
        {
            portal.Gateway.SetAway(part);
        }

        Assert.Contains("Trauma care", (await visitor.PageAsync("/")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Articles are not available right now", (await visitor.PageAsync("/articles")).Body!.TextContent, StringComparison.Ordinal);
        var article = await visitor.GetAsync(new Uri("/articles/sleep", UriKind.Relative), TestContext.Current.CancellationToken)
            .ExpectAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("This article is not available right now", (await article.ReadAsync()).QuerySelector("h1")!.TextContent);

        form["Sent.Name"] = "Alex in an outage";
        form["Sent.ContactWay"] = "phone";
        form["Sent.Contact"] = "5550100199";
        form["Sent.Message"] = "Please keep this.";
        var sent = await (await visitor.SendAsync("/reach-out", form).ExpectAsync(HttpStatusCode.ServiceUnavailable)).ReadAsync();
        Assert.Contains("was not sent", sent.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Please keep this.", sent.Values("/reach-out")["Sent.Message"]);

        var journey = await signedIn.PageAsync("/journey");
        Assert.Equal(3, journey.QuerySelectorAll(".away").Length);
        await using var window = await browser.OpenAsync(portal.Address, Look.Phone);
        await window.Page.GotoAsync("/sign-in?returnUrl=%2Fjourney");
        await window.PhotographAsync("journey-away-phone");
        await window.ExpectNoBarriersAsync();
        await window.Page.GotoAsync("/articles");
        await window.PhotographAsync("articles-away-phone");
        await window.ExpectNoBarriersAsync();

        portal.Gateway.SetBack("/intake");
        Assert.Equal(2, (await signedIn.PageAsync("/journey")).QuerySelectorAll(".away").Length);
        await visitor.SendAsync("/reach-out", sent.Values("/reach-out")).ExpectAsync(HttpStatusCode.OK);
        Assert.DoesNotContain("   at ", await signedIn.GetStringAsync(new Uri("/journey", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
