using Journease.Browsing;
using Microsoft.Playwright;
using static Journease.Identity.Tests.AccountSteps;
using static Microsoft.Playwright.Assertions;

namespace Journease.Identity.Tests.Pages;

[Trait("Needs", "servers")]
public sealed class AccountPagesInABrowserTests(BrowsableHost host, PortalBrowser browser) : IClassFixture<BrowsableHost>
{
    [Fact]
    public async Task Somebody_on_the_staff_who_lost_their_passkey_sets_up_another_way_with_a_recovery_code()
    {
        var email = await StaffMember.OpenAsync(host.Identity, "prescriber");
        await using var window = await host.OpenAsync(browser);
        var (page, _) = (window.Page, await Authenticator.PlugInAsync(window.Page));
        await SignInAsync(page, email, NewPerson.Password);
        await AddAsync(page, "The lost phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make recovery codes" }).ClickAsync();
        var code = await page.Locator(".codes code").First.InnerTextAsync();
        await SignOutAsync(page);

        await SignInAsync(page, email, NewPerson.Password);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Set up an app" })).ToHaveCountAsync(0);
        await page.GetByLabel("One of your recovery codes").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Set up an app" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("Set up an authenticator app - Journease");
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task The_pages_have_no_barriers(int width, bool dark)
    {
        await using var window = await host.OpenAsync(browser, new Look(width, 900, dark));
        await window.Page.GotoAsync("/identity/sign-in");
        await ExpectOpenToAllAsync(window, $"sign-in-{width}-{dark}");
        await SignInAsync(window.Page, "operator");
        await ExpectOpenToAllAsync(window, $"account-{width}-{dark}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Set up an app" }).ClickAsync();
        await Expect(window.Page).ToHaveTitleAsync("Set up an authenticator app - Journease");
        await ExpectOpenToAllAsync(window, $"app-{width}-{dark}");
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task The_pages_of_the_second_factor_have_no_barriers(int width, bool dark)
    {
        var email = await StaffMember.OpenAsync(host.Identity, "therapist");
        await using var window = await host.OpenAsync(browser, new Look(width, 900, dark));
        await SignInAsync(window.Page, email, NewPerson.Password);
        await ExpectOpenToAllAsync(window, $"staff-account-{width}-{dark}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Set up an app" }).ClickAsync();
        var app = new AppOfPerson(await window.Page.Locator(".key").InnerTextAsync(), host.Identity.Clock);
        await window.Page.GetByLabel("The code that the app shows now").FillAsync(app.Code());
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
        await SignOutAsync(window.Page);
        await window.Page.GetByLabel("E-mail address").FillAsync(email);
        await window.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(NewPerson.Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(window.Page).ToHaveTitleAsync("One more step - Journease");
        await ExpectOpenToAllAsync(window, $"second-factor-{width}-{dark}");
        await window.Page.GetByLabel("The code that your authenticator app shows").FillAsync(app.Code(1));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await window.Page.GotoAsync("/identity/account");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Make new recovery codes" }).ClickAsync();
        await Expect(window.Page).ToHaveTitleAsync("Your recovery codes - Journease");
        await ExpectOpenToAllAsync(window, $"recovery-codes-{width}-{dark}");
    }
}
