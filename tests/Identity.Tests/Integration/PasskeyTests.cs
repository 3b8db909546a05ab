using Journease.Browsing;
using Microsoft.Playwright;
using static Journease.Identity.Tests.AccountSteps;
using static Microsoft.Playwright.Assertions;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class PasskeyTests(BrowsableHost host, PortalBrowser browser) : IClassFixture<BrowsableHost>
{
    [Fact]
    public async Task A_person_adds_a_passkey_signs_in_with_it_and_removes_it()
    {
        await using var window = await host.OpenAsync(browser);
        var (page, device) = (window.Page, await Authenticator.PlugInAsync(window.Page));
        await SignInAsync(page, "client");
        await AddAsync(page, "Robin's phone");

        await Expect(page.Locator(".lines").First).ToContainTextAsync("Robin's phone");
        Assert.Equal(1, await device.PasskeysAsync());
        await host.Identity.Post.LetterToAsync("client@demo.journease.example", "A change to how you sign in");
        Assert.DoesNotContain("Robin", await host.Identity.ScalarAsync<string>("SELECT string_agg(passkey::text, '') FROM identity.passkey") ?? "", StringComparison.Ordinal);

        await SignOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("You are signed in - Journease");

        await page.GotoAsync("/identity/account");
        await Expect(page.Locator(".lines").First).ToContainTextAsync("last used");
        await Expect(page.Locator("main")).ToContainTextAsync("with passkey");
        await page.GetByText("Rename or remove").ClickAsync();
        await page.GetByLabel("New name").FillAsync("Old phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the name" }).ClickAsync();
        await Expect(page.Locator(".lines").First).ToContainTextAsync("Old phone");
        await page.GetByText("Rename or remove").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove this passkey" }).ClickAsync();
        await Expect(page.Locator(".lines").First).Not.ToContainTextAsync("Old phone");
    }

    [Fact]
    public async Task A_browser_offers_the_passkey_where_the_address_is_typed()
    {
        await using var window = await host.OpenAsync(browser);
        var (page, _) = (window.Page, await Authenticator.PlugInAsync(window.Page, offers: true));
        await SignInAsync(page, "client2");
        await AddAsync(page, "");
        await SignOutAsync(page);

        // Nothing is pressed: the person takes what the browser offers.

        await Expect(page).ToHaveTitleAsync("You are signed in - Journease");
    }

    [Fact]
    public async Task An_answer_is_good_once()
    {
        await using var window = await host.OpenAsync(browser);
        var (page, _) = (window.Page, await Authenticator.PlugInAsync(window.Page));
        await SignInAsync(page, "prescriber");
        await AddAsync(page, "");
        await SignOutAsync(page);
        var sent = await CaptureAsync(page);

        Assert.Equal("/identity/signed-in", await PostAsync(page, sent));
        Assert.Equal("400", await PostAsync(page, sent));
    }

    [Fact]
    public async Task Whoever_is_not_recognised_by_the_device_is_not_signed_in()
    {
        await using var window = await host.OpenAsync(browser);
        var (page, device) = (window.Page, await Authenticator.PlugInAsync(window.Page));
        await SignInAsync(page, "therapist");
        await AddAsync(page, "");
        await SignOutAsync(page);
        await device.RecognisesAsync(false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Expect(page.Locator("[data-trouble]")).ToContainTextAsync("That did not work");
        await Expect(page).ToHaveTitleAsync("Sign in - Journease");
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("challenge")]
    public async Task An_answer_given_to_another_page_or_another_question_is_refused(string changed)
    {
        await using var window = await host.OpenAsync(browser);
        var (page, _) = (window.Page, await Authenticator.PlugInAsync(window.Page));
        await SignInAsync(page, changed == "origin" ? "nurse" : "editor");
        await AddAsync(page, "");
        await SignOutAsync(page);
        var sent = await CaptureAsync(page);

        var altered = await page.EvaluateAsync<string>("""
            ([body, field]) => {
              const form = new URLSearchParams(body);
              const passkey = JSON.parse(form.get('passkey'));
              const told = JSON.parse(atob(passkey.response.clientDataJSON.replaceAll('-', '+').replaceAll('_', '/')));
              told[field] = field === 'origin' ? 'https://elsewhere.test' : 'AAAA';
              passkey.response.clientDataJSON = btoa(JSON.stringify(told)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
              form.set('passkey', JSON.stringify(passkey));
              return form.toString();
            }
            """, new[] { sent, changed });

        Assert.Equal("400", await PostAsync(page, altered));
        Assert.Equal("/identity/signed-in", await PostAsync(page, sent));
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused_and_says_so()
    {
        await using var window = await host.OpenAsync(browser);
        await Authenticator.PlugInAsync(window.Page);
        await SignInAsync(window.Page, "coordinator");
        await window.Page.EvaluateAsync("document.getElementById('passkey-name').removeAttribute('maxlength')");
        await TryToAddAsync(window.Page, new string('n', 51));

        await Expect(window.Page.Locator(".problem")).ToContainTextAsync("at most 50 characters");
    }

    /// <summary>What the sign-in page would have sent, instead of sending it.</summary>
    private static async Task<string> CaptureAsync(IPage page)
    {
        return await page.EvaluateAsync<string>("""
            () => new Promise(resolve => {
              HTMLFormElement.prototype.submit = function () { resolve(new URLSearchParams(new FormData(this)).toString()); };
              document.querySelector('[data-use-passkey]').click();
            })
            """);
    }

    /// <summary>Sends it with the page's cookies; where it leads, or the status where it leads nowhere.</summary>
    private static async Task<string> PostAsync(IPage page, string body)
    {
        var answer = await page.Context.APIRequest.PostAsync("/identity/sign-in/passkey", new()
        {
            Data = body,
            Headers = [new("Content-Type", "application/x-www-form-urlencoded"), new(ServiceDefaults.Gateway.GatewaySecret.Header, Testing.Services.TestGateway.Secret)],
            MaxRedirects = 0,
        });
        return answer.Headers.GetValueOrDefault("location") ?? answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
