using Journease.Browsing;

namespace Journease.Portal.Tests.Journey;

[Trait("Needs", "servers")]
public sealed class MyJourneyTests(PortalHost portal, PortalBrowser browser) : IClassFixture<PortalHost>
{
    public static TheoryData<string, Look> Looks => new()
    {
        { "phone", Look.Phone },
        { "desktop", Look.Desktop },
        { "desktop-dark", Look.Desktop with { Dark = true } },
        { "narrow", Look.Narrow },
    };

    [Fact]
    public async Task A_client_sees_what_comes_next_the_appointments_and_the_messages_in_peoples_words()
    {
        using var visitor = await portal.SignedInAsync();
        var text = (await visitor.PageAsync("/journey")).QuerySelector("main")!.TextContent;

        Assert.Contains("Go on with the questionnaires where you stopped.", text, StringComparison.Ordinal);
        Assert.Contains("Tuesday, January 12, 2027", text, StringComparison.Ordinal);
        Assert.Contains("2:30 PM, New York time", text, StringComparison.Ordinal);
        Assert.Contains("Ketamine session", text, StringComparison.Ordinal);
        Assert.Contains("On hold", text, StringComparison.Ordinal);
        Assert.DoesNotContain("January 20", text, StringComparison.Ordinal); // cancelled
        Assert.DoesNotContain("dosing", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_journey_is_without_barriers(string look, Look how)
    {
        await using var window = await browser.OpenAsync(portal.Address, how);
        await window.Page.GotoAsync("/sign-in?returnUrl=%2Fjourney");
        await window.PhotographAsync($"journey-{look}");
        await window.ExpectNoBarriersAsync();
        await window.ExpectNoSidewaysScrollingAsync();
        await window.ExpectTargetsForThumbsAsync();
        Assert.DoesNotContain("access-", await window.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(await window.Page.EvaluateAsync<string>("document.cookie"));

        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/signed-out", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
    }
}
