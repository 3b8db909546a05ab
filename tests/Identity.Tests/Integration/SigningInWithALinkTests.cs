using System.Net;
using Journease.Testing;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SigningInWithALinkTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task The_link_says_where_it_was_asked_for_and_signs_in_on_another_device_once()
    {
        var person = await RegisteredAsync();
        var link = await AskAsync(host.NewBrowser(), person.Email);
        var phone = host.NewBrowser();

        var page = await phone.OpenAsync(link).ExpectAsync(HttpStatusCode.OK);
        Assert.Contains("Firefox on Linux", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await phone.OpenAsync(link).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("/identity/signed-in", (await phone.SendAsync(page, [])).Headers.Location?.ToString());

        await phone.OpenAsync("/identity/signed-in").ExpectAsync(HttpStatusCode.OK);
        await host.NewBrowser().OpenAsync(link).ExpectAsync(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task In_the_browser_that_asked_the_sign_in_of_the_client_goes_on()
    {
        var person = await RegisteredAsync();
        var browser = host.NewBrowser();
        var flow = SignInFlow.Portal();
        var signIn = (await browser.OpenAsync(SignInFlow.Address(flow.AuthorizeParameters))).Headers.Location!.ToString();
        var returnUrl = WebUtility.UrlDecode(signIn.Split("returnUrl=")[1]);

        var link = await AskAsync(browser, person.Email, returnUrl);
        var signedIn = await browser.SendAsync(await browser.OpenAsync(link), []).ExpectAsync(HttpStatusCode.Redirect);

        flow.CodeFrom(await browser.OpenAsync(signedIn.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Two_clicks_at_once_sign_in_once()
    {
        var person = await RegisteredAsync();
        var link = await AskAsync(host.NewBrowser(), person.Email);
        var browsers = new[] { host.NewBrowser(), host.NewBrowser() };
        var pages = await Task.WhenAll(browsers.Select(browser => browser.OpenAsync(link)));

        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) => browser.SendAsync(page, [])));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Gone], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task A_link_that_is_over_sends_a_new_one_in_one_tap()
    {
        var person = await RegisteredAsync();
        var browser = host.NewBrowser();
        var link = await AskAsync(browser, person.Email);
        await host.ScalarAsync<int>("UPDATE identity.sign_in_link SET expires_at = now() - interval '1 second'");

        var over = await browser.OpenAsync(link).ExpectAsync(HttpStatusCode.Gone);
        await browser.SendOldAsync(over).ExpectAsync(HttpStatusCode.Redirect);

        await Eventually.TrueAsync(() => host.Post.To(person.Email).Count(letter => letter.Subject == "Your sign-in link") == 2);
        var again = PostBox.LinkIn(await host.Post.LetterToAsync(person.Email, "Your sign-in link"));
        await browser.SendAsync(await browser.OpenAsync(again), []).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_address_without_an_account_gets_a_letter_that_says_so_and_the_page_and_the_rows_are_the_same()
    {
        var person = await RegisteredAsync();
        var nobody = NewPerson.Somebody().Email;
        var before = await RowsAsync();
        var known = await SendAsync(host.NewBrowser(), person.Email);
        var forKnown = await RowsAsync() - before;
        var unknown = await SendAsync(host.NewBrowser(), nobody);
        var forUnknown = await RowsAsync() - before - forKnown;

        Assert.Equal(known.Headers.Location, unknown.Headers.Location);
        Assert.Equal(forKnown, forUnknown);
        Assert.Equal("/identity/register", PostBox.LinkIn(await host.Post.LetterToAsync(nobody)));
    }

    [Fact]
    public async Task Whoever_has_forgotten_the_password_chooses_another_and_other_sessions_end()
    {
        const string Chosen = "nine herons wade at dusk";
        var person = await RegisteredAsync();
        var link = await AskAsync(host.NewBrowser(), person.Email);
        var browser = host.NewBrowser();

        var signedIn = await browser.SendAsync(await browser.OpenAsync(link), new() { ["then"] = "password" }).ExpectAsync(HttpStatusCode.Redirect);
        var page = await browser.OpenAsync(signedIn.Headers.Location!.ToString());
        await browser.SendAsync(page, new() { ["password"] = "too short" }).ExpectAsync(HttpStatusCode.BadRequest);
        await browser.SendAsync(page, new() { ["password"] = Chosen }).ExpectAsync(HttpStatusCode.Redirect);

        await host.Post.LetterToAsync(person.Email, "Your password was changed");
        await host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, NewPerson.Password).ExpectAsync(HttpStatusCode.BadRequest);
        await host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, Chosen).ExpectAsync(HttpStatusCode.Redirect);
        await browser.OpenAsync("/identity/signed-in").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_finds_a_device_that_is_signed_in_for_long_needs_the_old_password()
    {
        await using var late = new IdentityHost();
        await late.InitializeAsync();
        var person = NewPerson.Somebody();
        var browser = late.NewBrowser();
        await person.RegisterAsync(late, browser).ExpectAsync(HttpStatusCode.Redirect);

        late.Clock.Advance(TimeSpan.FromMinutes(11));

        var page = await browser.OpenAsync("/identity/password").ExpectAsync(HttpStatusCode.OK);
        await browser.SendAsync(page, new() { ["old-password"] = "a guess that is wrong", ["password"] = "nine herons wade at dusk" }).ExpectAsync(HttpStatusCode.BadRequest);
        await browser.SendAsync(page, new() { ["password"] = "nine herons wade at dusk" }).ExpectAsync(HttpStatusCode.BadRequest);
        await browser.SendAsync(page, new() { ["old-password"] = NewPerson.Password, ["password"] = "nine herons wade at dusk" }).ExpectAsync(HttpStatusCode.Redirect);
    }

    private async Task<NewPerson> RegisteredAsync()
    {
        var person = NewPerson.Somebody();
        await person.RegisterAsync(host, host.NewBrowser()).ExpectAsync(HttpStatusCode.Redirect);
        return person;
    }

    private async Task<string> AskAsync(Browser browser, string email, string? returnUrl = null)
    {
        await SendAsync(browser, email, returnUrl).ExpectAsync(HttpStatusCode.Redirect);
        return PostBox.LinkIn(await host.Post.LetterToAsync(email, "Your sign-in link"));
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string email, string? returnUrl = null)
    {
        browser.UserAgent = Firefox;
        var page = await browser.OpenAsync("/identity/sign-in/link" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)));
        return await browser.SendAsync(page, new() { ["email"] = email });
    }

    private Task<long> RowsAsync() => host.ScalarAsync<long>(
        "SELECT (SELECT count(*) FROM identity.mail) + (SELECT count(*) FROM identity.sign_in_link) + (SELECT count(*) FROM keys.data_key)");
}
