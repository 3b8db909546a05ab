using Journease.Browsing;

namespace Journease.Portal.Tests.ReachOut;

[Trait("Needs", "servers")]
public sealed class ReachingOutInABrowserTests(PortalHost portal, PortalBrowser browser) : IClassFixture<PortalHost>
{
    public static TheoryData<string, Look> Looks => new()
    {
        { "phone", Look.Phone },
        { "desktop", Look.Desktop },
        { "phone-dark", Look.Phone with { Dark = true } },
    };

    [Fact]
    public async Task Somebody_with_only_a_keyboard_reaches_out()
    {
        await using var window = await browser.OpenAsync(portal.Address);
        var (page, keys) = (window.Page, window.Page.Keyboard);
        await page.GotoAsync("/");
        await keys.PressAsync("Tab");
        Assert.Equal("#main", await FocusedAsync("getAttribute('href')"));
        await TabUntilAsync("getAttribute('href')", "/reach-out");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync("**/reach-out", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        await page.Locator("#field-name").WaitForAsync();

        await TabUntilAsync("id", "field-name");
        await keys.TypeAsync("Kim by keyboard");
        await TabUntilAsync("id", "field-contactway");
        await keys.PressAsync("ArrowDown"); // to the phone call
        await TabUntilAsync("id", "field-contact");
        await keys.TypeAsync("555 010 0199");
        await TabUntilAsync("id", "field-message");
        await keys.TypeAsync("Please call me.");
        await TabUntilAsync("innerText", "Send");
        await keys.PressAsync("Enter");

        await page.WaitForURLAsync("**/reach-out/received*", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        Assert.Contains(portal.Gateway.Inquiries, body => body.Contains("Kim by keyboard", StringComparison.Ordinal) && body.Contains("\"phone\"", StringComparison.Ordinal));

        Task<string> FocusedAsync(string what) => page.EvaluateAsync<string>($"String(document.activeElement.{what})");

        async Task TabUntilAsync(string what, string wanted)
        {
            for (var presses = 0; presses < 40; presses++)
            {
                await keys.PressAsync("Tab");
                if (await FocusedAsync(what) == wanted)
                {
                    return;
                }
            }
            Assert.Fail($"The keyboard does not get to {wanted}");
        }
    }

    [Fact]
    public async Task It_works_without_scripts_and_at_320_pixels()
    {
        await using var window = await browser.OpenAsync(portal.Address, Look.Narrow with { WithoutScripts = true });
        var page = window.Page;
        await page.GotoAsync("/reach-out");
        await page.GetByLabel("What should we call you?").FillAsync("Lee without scripts");
        await page.GetByLabel("By text message").CheckAsync();
        await page.GetByLabel("Your e-mail address or phone number").FillAsync("555 010 0199");
        await page.GetByLabel("What would you like us to know?").FillAsync("Hello");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Send" }).DblClickAsync();

        await page.WaitForURLAsync("**/reach-out/received*", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        Assert.Single(portal.Gateway.Inquiries, body => body.Contains("Lee without scripts", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task What_is_wrong_is_easy_to_find_and_to_mend(string look, Look how)
    {
        await using var window = await browser.OpenAsync(portal.Address, how);
        var page = window.Page;
        await page.GotoAsync("/reach-out");
        await page.GetByLabel("What would you like us to know?").FillAsync("I have not slept well for a year.");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await page.Locator(".error-summary").WaitForAsync();
        Assert.Equal("error-summary", await page.EvaluateAsync<string>("document.activeElement.className"));
        await window.PhotographAsync($"reach-out-errors-{look}");
        await window.ExpectNoBarriersAsync();
        await window.ExpectNoSidewaysScrollingAsync();

        await page.Locator(".error-summary a").First.ClickAsync();
        Assert.Equal("field-name", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("I have not slept well for a year.", await page.GetByLabel("What would you like us to know?").InputValueAsync());
    }
}
