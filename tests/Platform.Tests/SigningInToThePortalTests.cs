using Journease.Browsing;
using Microsoft.Playwright;

namespace Journease.Platform.Tests;

[Collection(nameof(OneRunningPlatform))]
[Trait("Needs", "servers")]
public sealed class SigningInToThePortalTests(RunningPlatform platform, PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const string Email = "client@demo.journease.example";

    [Fact]
    public async Task A_client_signs_in_at_identity_sees_what_comes_next_and_signs_out_everywhere()
    {
        await using var window = await browser.OpenAsync(platform.Portal);
        await ComeToSignInAsync(window.Page);
        await window.ExpectNoBarriersAsync();
        await window.PhotographAsync("platform-sign-in");

        await AnswerAsync(window.Page, "not the password");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not belong together");
        Assert.StartsWith(platform.Gateway.ToString(), window.Page.Url, StringComparison.Ordinal);
        Assert.Equal(Email, await window.Page.GetByLabel("E-mail address").InputValueAsync());
        Assert.Empty(await window.Page.GetByLabel("Password").InputValueAsync());
        await window.ExpectNoBarriersAsync();
        await window.PhotographAsync("platform-sign-in-refused");

        await AnswerAsync(window.Page, SignIn.DemonstrationPassword);
        await SeeTheJourneyAsync(window.Page);
        await window.ExpectNoBarriersAsync();
        await window.PhotographAsync("platform-journey");

        await SignOutAsync(window.Page);
        await window.Page.GotoAsync(new Uri(platform.Gateway, "/identity/signed-in").ToString());
        await Assertions.Expect(window.Page.GetByLabel("Password")).ToBeVisibleAsync();
        await window.Page.GotoAsync("/journey");
        await Assertions.Expect(window.Page.GetByLabel("Password")).ToBeVisibleAsync();
        Assert.All(window.Requests, request => Assert.Contains(request.Authority, new[] { platform.Portal.Authority, platform.Gateway.Authority }));
    }

    [Fact]
    public async Task All_of_it_works_without_scripts_on_a_phone()
    {
        await using var window = await browser.OpenAsync(platform.Portal, Look.Phone with { WithoutScripts = true });
        await ComeToSignInAsync(window.Page);
        await AnswerAsync(window.Page, "not the password");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await AnswerAsync(window.Page, SignIn.DemonstrationPassword);
        await SeeTheJourneyAsync(window.Page);
        await SignOutAsync(window.Page);
    }

    private async Task ComeToSignInAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        Assert.StartsWith(new Uri(platform.Gateway, "/identity/").ToString(), page.Url, StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(IPage page, string password)
    {
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private async Task SeeTheJourneyAsync(IPage page)
    {
        await page.WaitForURLAsync(new Uri(platform.Portal, "/journey").ToString());
        // Whatever the next step is: somebody does it, and it takes a while.
        var next = page.GetByRole(AriaRole.Region, new() { Name = "What comes next" });
        await Assertions.Expect(next.GetByRole(AriaRole.Definition).First).ToBeVisibleAsync();
    }

    private async Task SignOutAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        Assert.Equal(new Uri(platform.Portal, "/signed-out").ToString(), page.Url);
    }
}
