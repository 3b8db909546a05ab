using Journease.Browsing;
using Journease.ServiceDefaults.Gateway;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Journease.Identity.Tests.Pages;

/// <summary>The whole life of an account, clicked through in Chromium: on a phone and at a desk, in light and dark, with scripts and without.</summary>
[Trait("Needs", "servers")]
public sealed class PagesInABrowserTests(BrowsedIdentity host, PortalBrowser browser) : IClassFixture<BrowsedIdentity>, IClassFixture<PortalBrowser>
{
    [Theory]
    [InlineData("phone-dark", 390, true, false)]
    [InlineData("phone-without-scripts", 390, true, true)]
    [InlineData("desk-light", 1280, false, false)]
    public async Task A_person_registers_signs_in_with_a_link_changes_the_password_and_leaves(string look, int width, bool dark, bool withoutScripts)
    {
        await using var window = await browser.OpenAsync(host.Address, new(Width: width, Dark: dark, WithoutScripts: withoutScripts));
        var page = window.Page;
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { [GatewaySecret.Header] = TestGateway.Secret });
        var person = NewPerson.Somebody();

        await page.GotoAsync("/identity/sign-in");
        await LookAsync("sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Create an account" }).ClickAsync();
        await FillInAsync(person with { BirthDate = "2015-04-23" });
        await LookAsync("too-young");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go back and correct it" }).ClickAsync();
        await FillInAsync(person with { Email = "name@nowhere" });
        await Assertions.Expect(page.GetByLabel("E-mail address")).ToHaveAttributeAsync("aria-invalid", "true");
        await LookAsync("register-mistake");
        await FillInAsync(person);
        await LookAsync("register-sent");

        await page.GotoAsync(await person.LinkAsync(host));
        await LookAsync("choose-password");
        if (!withoutScripts)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Show characters" }).ClickAsync();
            await Assertions.Expect(page.GetByLabel("Password")).ToHaveAttributeAsync("type", "text");
        }
        await page.GetByLabel("Password").FillAsync("aaaaaaaaaaaaaaaaaaaa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await LookAsync("choose-password-refused");
        await page.GetByLabel("Password").FillAsync(NewPerson.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await LookAsync("signed-in");

        await page.GotoAsync("/identity/sign-in/link");
        await LookAsync("ask-for-link");
        await page.GetByLabel("E-mail address").FillAsync(person.Email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the link" }).ClickAsync();
        var link = PostBox.LinkIn(await host.Post.LetterToAsync(person.Email, "Your sign-in link"));
        await page.GotoAsync(link);
        await LookAsync("use-link");
        await page.GetByRole(AriaRole.Button, new() { Name = "choose a new password" }).ClickAsync();
        await LookAsync("new-password");
        await page.GetByLabel("New password").FillAsync("nine herons wade at dusk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await LookAsync("password-changed");
        await page.GotoAsync(link);
        await LookAsync("link-over");

        await page.GotoAsync("/identity/account/closing");
        await LookAsync("closing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close my account" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep my account" })).ToBeVisibleAsync();
        await LookAsync("closing-asked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep my account" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Close my account" })).ToBeVisibleAsync();
        Assert.All(window.Requests, request => Assert.Equal(host.Address.Authority, request.Authority));

        async Task LookAsync(string name)
        {
            if (withoutScripts)
            {
                return; // what looks for barriers is a script itself
            }
            await window.ExpectNoBarriersAsync();
            await window.ExpectNoSidewaysScrollingAsync();
            await window.PhotographAsync($"identity-{name}-{look}");
        }

        async Task FillInAsync(NewPerson who)
        {
            await page.GetByLabel("E-mail address").FillAsync(who.Email);
            await page.GetByLabel("What would you like to be called?").FillAsync(who.Name);
            await page.GetByLabel("Date of birth").FillAsync(who.BirthDate);
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        }
    }
}

/// <summary>Identity on a port of its own, for a browser.</summary>
public sealed class BrowsedIdentity : IdentityHost
{
    private Uri? address;

    public Uri Address => address ??= Start();

    private Uri Start()
    {
        UseKestrel(0);
        StartServer();
        return new($"http://localhost:{new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port}");
    }
}
