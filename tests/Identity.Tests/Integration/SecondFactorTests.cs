using System.Net;
using Journease.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SecondFactorTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task After_the_password_a_code_of_the_app_is_asked_for()
    {
        var (person, app, _) = await WithAnAppAsync();
        var browser = host.NewBrowser();

        var page = await PasswordAsync(browser, person);
        Assert.Equal("/identity/sign-in", await LeadsToAsync(browser, "/identity/signed-in"));
        var wrong = await browser.SendAsync(page, new() { ["code"] = app.WrongCode() });
        await wrong.ExpectAsync(HttpStatusCode.BadRequest);
        var right = await browser.SendAsync(wrong, new() { ["code"] = app.Code(1) }, HttpStatusCode.BadRequest);

        Assert.Equal("/identity/signed-in", right.Headers.Location?.ToString());
        await browser.OpenAsync("/identity/signed-in").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_is_also_asked_for_after_a_link_from_our_mail()
    {
        var (person, app, _) = await WithAnAppAsync();
        var browser = host.NewBrowser();
        await browser.SendAsync(await browser.OpenAsync("/identity/sign-in/link"), new() { ["email"] = person }).ExpectAsync(HttpStatusCode.Redirect);
        var link = PostBox.LinkIn(await host.Post.LetterToAsync(person, "Your sign-in link"));

        var owed = await browser.SendAsync(await browser.OpenAsync(link), []);

        Assert.StartsWith("/identity/second-factor", owed.Headers.Location?.ToString(), StringComparison.Ordinal);
        var page = await browser.OpenAsync(owed.Headers.Location!.ToString());
        Assert.Equal("/identity/signed-in", (await browser.SendAsync(page, new() { ["code"] = app.Code(1) })).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Of_two_who_give_the_same_code_at_once_one_is_refused()
    {
        var (person, app, _) = await WithAnAppAsync();
        var browsers = new[] { host.NewBrowser(), host.NewBrowser() };
        var pages = new[] { await PasswordAsync(browsers[0], person), await PasswordAsync(browsers[1], person) };
        var code = app.Code(1);

        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) => browser.SendAsync(page, new() { ["code"] = code })));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.BadRequest], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task After_many_wrong_codes_the_right_one_has_to_wait()
    {
        await using var own = new IdentityHost();
        await own.InitializeAsync();
        var (person, app, _) = await WithAnAppAsync(own);
        var browser = own.NewBrowser();
        var page = await PasswordAsync(browser, person);
        for (var i = 0; i < 5; i++)
        {
            await browser.SendAsync(await browser.OpenAsync("/identity/second-factor"), new() { ["code"] = app.WrongCode() }).ExpectAsync(HttpStatusCode.BadRequest);
        }

        var refused = await browser.SendAsync(page, new() { ["code"] = app.Code(1) });
        await refused.ExpectAsync(HttpStatusCode.BadRequest);
        Assert.Contains("too many wrong codes", await TextAsync(refused), StringComparison.Ordinal);
        own.Clock.Advance(TimeSpan.FromMinutes(2));

        await browser.SendAsync(page, new() { ["code"] = app.Code() }).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_app_once_and_the_person_gets_a_letter()
    {
        var (person, _, codes) = await WithAnAppAsync();
        Assert.Equal(10, codes.Distinct().Count());
        var (first, second) = (host.NewBrowser(), host.NewBrowser());

        var used = await first.SendAsync(await PasswordAsync(first, person), new() { ["recovery-code"] = codes[3].ToUpperInvariant() });
        Assert.Equal("/identity/signed-in", used.Headers.Location?.ToString());
        await second.SendAsync(await PasswordAsync(second, person), new() { ["recovery-code"] = codes[3] }).ExpectAsync(HttpStatusCode.BadRequest);

        await Eventually.TrueAsync(() => host.Post.To(person).Any(letter => letter.Text.Contains("a recovery code was used", StringComparison.Ordinal)));
        Assert.Equal(9, await host.ScalarAsync<long>("SELECT count(*) FROM identity.recovery_code WHERE account_id = (SELECT account_id FROM identity.session ORDER BY proved_at DESC LIMIT 1)"));
    }

    [Fact]
    public async Task Another_password_does_not_get_around_the_app_and_only_a_fresh_sign_in_turns_it_off()
    {
        var (person, app, _) = await WithAnAppAsync();
        var browser = host.NewBrowser();
        await browser.SendAsync(await PasswordAsync(browser, person), new() { ["code"] = app.Code(1) }).ExpectAsync(HttpStatusCode.Redirect);
        var account = await browser.OpenAsync("/identity/account");
        await host.ScalarAsync<int>("UPDATE identity.session SET proved_at = now() - interval '11 minutes'");

        var turnedAway = await browser.SendToAsync(account, "/identity/account/app/remove", []);

        Assert.StartsWith("/identity/sign-in", turnedAway.Headers.Location?.ToString(), StringComparison.Ordinal);
        await PasswordAsync(host.NewBrowser(), person);
    }

    [Fact]
    public async Task Staff_roles_open_only_with_a_second_factor()
    {
        var email = await StaffMember.OpenAsync(host, "therapist");
        var browser = host.NewBrowser();
        var flow = SignInFlow.Portal();

        // The password alone leads to the account, which says what to do, and opens no role.
        var signedIn = await browser.SignInAsync("/identity/sign-in", email, NewPerson.Password);
        Assert.Equal("/identity/account", signedIn.Headers.Location?.ToString());
        Assert.Contains("Set up one of them here", await TextAsync(await browser.OpenAsync("/identity/account")), StringComparison.Ordinal);
        Assert.Empty(await RolesAsync(browser, flow));

        await AppOfPerson.SetUpAsync(browser, host);

        Assert.Equal(["therapist"], await RolesAsync(browser, flow));
    }

    [Fact]
    public async Task A_password_alone_is_not_enough_to_give_somebody_on_the_staff_another_factor()
    {
        var email = await StaffMember.OpenAsync(host, "nurse");
        var owner = host.NewBrowser();
        await owner.SignInAsync("/identity/sign-in", email, NewPerson.Password);
        var beforeTheFirst = await owner.OpenAsync("/identity/account");
        var thief = host.NewBrowser();
        await thief.SignInAsync("/identity/sign-in", email, NewPerson.Password);
        var open = await thief.OpenAsync("/identity/account");
        await AppOfPerson.SetUpAsync(owner, host);

        // The thief's page is from before; what it sends is looked at now.
        var refused = await thief.SendToAsync(open, "/identity/account/app", []);

        Assert.StartsWith("/identity/sign-in", refused.Headers.Location?.ToString(), StringComparison.Ordinal);
        await beforeTheFirst.ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Outside_development_a_demonstration_account_is_asked_like_everybody()
    {
        await using var elsewhere = new IdentityHost();
        await elsewhere.InitializeAsync();
        await elsewhere.SeedAsync();
        elsewhere.Settings["environment"] = "Staging";
        await using var staging = elsewhere.Replica();
        var browser = elsewhere.NewBrowserAt("2001:db8:ffff::1", staging);

        var signedIn = await browser.SignInAsync("/identity/sign-in", "therapist@demo.journease.example", IdentityHost.Password);

        Assert.Equal("/identity/account", signedIn.Headers.Location?.ToString());
    }

    private Task<(string Email, AppOfPerson App, IReadOnlyList<string> RecoveryCodes)> WithAnAppAsync() => WithAnAppAsync(host);

    private static async Task<(string Email, AppOfPerson App, IReadOnlyList<string> RecoveryCodes)> WithAnAppAsync(IdentityHost host)
    {
        var person = NewPerson.Somebody();
        var browser = host.NewBrowser();
        await person.RegisterAsync(host, browser).ExpectAsync(HttpStatusCode.Redirect);
        var (app, codes) = await AppOfPerson.SetUpAsync(browser, host);
        return (person.Email, app, codes);
    }

    /// <summary>Gives the password; the page that asks for the code.</summary>
    private static async Task<HttpResponseMessage> PasswordAsync(Browser browser, string email)
    {
        var owed = await browser.SignInAsync("/identity/sign-in", email, NewPerson.Password).ExpectAsync(HttpStatusCode.Redirect);
        Assert.StartsWith("/identity/second-factor", owed.Headers.Location?.ToString(), StringComparison.Ordinal);
        return await browser.OpenAsync(owed.Headers.Location!.ToString()).ExpectAsync(HttpStatusCode.OK);
    }

    private static async Task<string?> LeadsToAsync(Browser browser, string page) =>
        (await browser.OpenAsync(page).ExpectAsync(HttpStatusCode.Redirect)).Headers.Location?.ToString();

    private async Task<IEnumerable<string>> RolesAsync(Browser browser, SignInFlow flow)
    {
        using var program = host.NewProgram();
        var code = flow.CodeFrom(await browser.OpenAsync(SignInFlow.Address(flow.AuthorizeParameters)));
        var tokens = await flow.ExchangeAsync(program, code).ReadAsync<Tokens>();
        return new JsonWebToken(tokens.Access_token).Claims.Where(claim => claim.Type == "role").Select(claim => claim.Value);
    }

    private static Task<string> TextAsync(HttpResponseMessage page) => page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
