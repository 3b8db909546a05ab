using Journease.Browsing;

namespace Journease.Portal.Tests.Pages;

[Trait("Needs", "servers")]
public sealed class PagesInABrowserTests(PortalHost portal, PortalBrowser browser) : IClassFixture<PortalHost>
{
    // Every page in every state it has, by the name of its picture.
    private static readonly (string Name, string Path)[] Pages =
    [
        ("home", "/"),
        ("articles", "/articles"),
        ("articles-topic", "/articles?topic=flashbacks"),
        ("articles-none", "/articles?topic=music-therapy"),
        ("article", "/articles/how-ketamine-therapy-helps"),
        ("article-notice", "/articles/sleep"),
        ("article-hostile", "/articles/hostile"),
        ("article-missing", "/articles/nothing-here"),
        ("reach-out", "/reach-out"),
        ("reach-out-received", "/reach-out/received"),
        ("sign-in-problem", "/sign-in/problem"),
        ("sign-out", "/sign-out"),
        ("signed-out", "/signed-out"),
        ("not-found", "/no-such-page"),
    ];

    public static TheoryData<string, Look> Looks => new()
    {
        { "phone", Look.Phone },
        { "desktop", Look.Desktop },
        { "phone-dark", Look.Phone with { Dark = true } },
        { "desktop-dark", Look.Desktop with { Dark = true } },
        { "forced-colours", Look.Desktop with { ForcedColours = true } },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_public_page_is_without_barriers(string look, Look how)
    {
        await using var window = await browser.OpenAsync(portal.Address, how);
        foreach (var (name, path) in Pages)
        {
            await window.Page.GotoAsync(path);
            await window.PhotographAsync($"{name}-{look}");
            await window.ExpectNoBarriersAsync();
            await window.ExpectNoSidewaysScrollingAsync();
            if (how.Width == Look.Phone.Width)
            {
                await window.ExpectTargetsForThumbsAsync();
            }
        }
        Assert.All(window.Requests, request => Assert.Equal(portal.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_at_320_pixels()
    {
        await using var window = await browser.OpenAsync(portal.Address, Look.Narrow);
        foreach (var (_, path) in Pages)
        {
            await window.Page.GotoAsync(path);
            await window.ExpectNoSidewaysScrollingAsync();
        }
    }

    [Fact]
    public async Task A_hostile_article_runs_nothing()
    {
        await using var window = await browser.OpenAsync(portal.Address);
        var alarms = 0;
        window.Page.Dialog += (_, dialog) =>
        {
            Interlocked.Increment(ref alarms);
            _ = dialog.DismissAsync();
        };
        foreach (var path in new[] { "/", "/articles", "/articles/hostile" })
        {
            await window.Page.GotoAsync(path);
        }
        Assert.Equal(0, alarms);
    }
}
