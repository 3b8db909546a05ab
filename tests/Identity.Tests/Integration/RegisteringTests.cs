using System.Net;
using Journease.Contracts.Identity;
using Journease.Testing;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class RegisteringTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task A_person_confirms_the_address_chooses_a_password_and_is_signed_in()
    {
        var person = NewPerson.Somebody();
        var browser = host.NewBrowser();

        var opened = await person.RegisterAsync(host, browser).ExpectAsync(HttpStatusCode.Redirect);

        Assert.Equal("/identity/signed-in", opened.Headers.Location!.ToString());
        await browser.OpenAsync("/identity/signed-in").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("/identity/signed-in", (await host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, NewPerson.Password)).Headers.Location?.ToString());
        var account = await host.ScalarAsync<Guid>("SELECT id FROM identity.account WHERE time_zone = 'America/Chicago' ORDER BY opened_at DESC LIMIT 1");
        await host.PublishedAsync<AccountOpened>(fact => fact.SubjectId == account);
        Assert.Equal(["client"], await host.ScalarAsync<string[]>($"SELECT roles FROM identity.account WHERE id = '{account}'") ?? []);
    }

    [Fact]
    public async Task An_address_that_has_an_account_learns_it_by_letter_and_the_page_says_the_same()
    {
        var person = NewPerson.Somebody();
        await person.RegisterAsync(host, host.NewBrowser()).ExpectAsync(HttpStatusCode.Redirect);
        var writes = await WritesAsync();

        var unknown = await NewPerson.Somebody().AskAsync(host.NewBrowser());
        var writesForUnknown = await WritesAsync() - writes;
        var known = await person.AskAsync(host.NewBrowser());
        var writesForKnown = await WritesAsync() - writes - writesForUnknown;

        Assert.Equal(unknown.StatusCode, known.StatusCode);
        Assert.Equal(unknown.Headers.Location, known.Headers.Location);
        Assert.Equal(3, writesForUnknown);
        Assert.Equal(writesForUnknown, writesForKnown);
        var letter = await host.Post.LetterToAsync(person.Email, "You already have an account");
        Assert.Equal("/identity/sign-in", PostBox.LinkIn(letter));
    }

    [Fact]
    public async Task A_mail_scanner_that_opens_the_link_uses_nothing_up()
    {
        var person = NewPerson.Somebody();
        await person.AskAsync(host.NewBrowser());
        var link = await person.LinkAsync(host);

        await host.NewBrowser().OpenAsync(link).ExpectAsync(HttpStatusCode.OK);
        await host.NewBrowser().OpenAsync(link).ExpectAsync(HttpStatusCode.OK);

        await NewPerson.ConfirmAsync(host.NewBrowser(), link).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Two_clicks_at_once_open_one_account_and_a_used_link_says_so()
    {
        var person = NewPerson.Somebody();
        await person.AskAsync(host.NewBrowser());
        var link = await person.LinkAsync(host);
        var browsers = new[] { host.NewBrowser(), host.NewBrowser() };
        var pages = await Task.WhenAll(browsers.Select(browser => browser.OpenAsync(link)));

        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) => browser.SendAsync(page, new() { ["password"] = NewPerson.Password })));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Gone], answers.Select(answer => answer.StatusCode).Order());
        var used = await host.NewBrowser().OpenAsync(link).ExpectAsync(HttpStatusCode.Gone);
        Assert.Contains("/identity/sign-in", await BodyAsync(used), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_link_explains_itself_and_sends_a_new_one_in_one_tap()
    {
        var person = NewPerson.Somebody();
        var browser = host.NewBrowser();
        await person.AskAsync(browser);
        var link = await person.LinkAsync(host);
        await host.ScalarAsync<int>("UPDATE identity.requested_account SET expires_at = now() - interval '1 minute' WHERE opened_at IS NULL");

        var old = await browser.OpenAsync(link).ExpectAsync(HttpStatusCode.Gone);
        await browser.SendOldAsync(old).ExpectAsync(HttpStatusCode.Redirect);

        await Eventually.EqualAsync(2, () => Task.FromResult(host.Post.To(person.Email).Count()));
        await NewPerson.ConfirmAsync(browser, await person.LinkAsync(host)).ExpectAsync(HttpStatusCode.Redirect);
        await browser.OpenAsync(link).ExpectAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Somebody_under_18_is_told_kindly_and_nothing_is_stored()
    {
        var writes = await WritesAsync();
        var youth = NewPerson.Somebody() with { BirthDate = $"{DateTime.UtcNow.AddYears(-18).AddDays(2):yyyy-MM-dd}" };

        var answer = await youth.AskAsync(host.NewBrowser()).ExpectAsync(HttpStatusCode.OK);

        var page = await BodyAsync(answer);
        Assert.Contains("988", page, StringComparison.Ordinal);
        Assert.Contains("https://portal.test/reach-out", page, StringComparison.Ordinal);
        Assert.Equal(writes, await WritesAsync());
        Assert.Empty(host.Post.To(youth.Email));
    }

    [Theory]
    [InlineData("email", "not an address")]
    [InlineData("email", "two@example.org, three@example.org")]
    [InlineData("email", "a@example.org\r\nBcc: b@example.org")]
    [InlineData("name", "")]
    [InlineData("birth-date", "yesterday")]
    [InlineData("birth-date", "1588-04-23")]
    [InlineData("time-zone", "Mars/Olympus")]
    public async Task What_cannot_be_right_is_marked_and_nothing_is_lost(string field, string value)
    {
        var person = NewPerson.Somebody();
        var browser = host.NewBrowser();
        var fields = person.Fields;
        fields[field] = value;

        var answer = await browser.SendAsync(await browser.OpenAsync("/identity/register"), fields).ExpectAsync(HttpStatusCode.BadRequest);

        var page = await BodyAsync(answer);
        Assert.Contains($"id=\"{field}-mistake\"", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Equal(field != "name", page.Contains(person.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fields_that_the_page_does_not_have_change_nothing()
    {
        var person = NewPerson.Somebody();
        var browser = host.NewBrowser();
        var id = Guid.CreateVersion7();
        var fields = person.Fields;
        (fields["roles"], fields["role"], fields["id"], fields["accountId"], fields["emailConfirmed"]) = ("administrator", "administrator", $"{id}", $"{id}", "true");

        await browser.SendAsync(await browser.OpenAsync("/identity/register"), fields).ExpectAsync(HttpStatusCode.Redirect);
        var page = await browser.OpenAsync(await person.LinkAsync(host));
        await browser.SendAsync(page, new() { ["password"] = NewPerson.Password, ["roles"] = "administrator", ["id"] = $"{id}" }).ExpectAsync(HttpStatusCode.Redirect);

        Assert.Equal(0L, await host.ScalarAsync<long>($"SELECT count(*) FROM identity.account WHERE id = '{id}' OR 'administrator' = ANY(roles)"));
    }

    [Theory]
    [InlineData("fourteen chars")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1234567890123456")]
    [InlineData("Journease-Journease-1")]
    [InlineData("password1234567890")]
    [InlineData("robin vale 1988!!")]
    public async Task A_password_that_guessers_try_is_refused_and_the_link_stays_good(string password)
    {
        var person = NewPerson.Somebody();
        var browser = host.NewBrowser();
        await person.AskAsync(browser);
        var link = await person.LinkAsync(host);

        var refused = await NewPerson.ConfirmAsync(browser, link, password).ExpectAsync(HttpStatusCode.BadRequest);

        Assert.DoesNotContain(password, await BodyAsync(refused), StringComparison.Ordinal);
        await NewPerson.ConfirmAsync(browser, link).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Neither_the_log_nor_a_table_says_who_asked_nor_holds_the_link()
    {
        var person = NewPerson.Somebody();
        await person.AskAsync(host.NewBrowser());
        var link = await person.LinkAsync(host);
        var token = link.Split("token=")[1];
        await NewPerson.ConfirmAsync(host.NewBrowser(), link).ExpectAsync(HttpStatusCode.Redirect);

        var stored = await host.ScalarAsync<string>("""
            SELECT (SELECT string_agg(r::text, ' ') FROM identity.requested_account r) || (SELECT string_agg(m::text, ' ') FROM identity.mail m)
              || (SELECT string_agg(a::text, ' ') FROM identity.account a) || (SELECT string_agg(c::text, ' ') FROM identity.credential c)
            """);
        Assert.DoesNotContain(person.Email, stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(person.Name, stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(token, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email, host.Log.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(token, host.Log.ToString(), StringComparison.Ordinal);
    }

    private Task<long> WritesAsync() => host.ScalarAsync<long>(
        "SELECT (SELECT count(*) FROM identity.mail) + (SELECT count(*) FROM identity.requested_account) + (SELECT count(*) FROM identity.account) + (SELECT count(*) FROM keys.data_key)");

    private static Task<string> BodyAsync(HttpResponseMessage page) => page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
