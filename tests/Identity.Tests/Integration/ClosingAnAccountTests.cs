using System.Net;
using System.Net.Http.Json;
using Journease.Contracts.Identity;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ClosingAnAccountTests(QuicklyClosingHost host) : IClassFixture<QuicklyClosingHost>
{
    private const string Page = "/identity/account/closing";
    private const string Api = "/identity/v1/account/closing";

    [Fact]
    public async Task The_person_reads_both_lists_asks_thinks_better_of_it_and_nothing_is_lost()
    {
        var (person, browser, account) = await RegisteredAsync();

        var page = await browser.OpenAsync(Page).ExpectAsync(HttpStatusCode.OK);
        var text = await BodyAsync(page);
        Assert.Contains("What is deleted for ever", text, StringComparison.Ordinal);
        Assert.Contains("What we have to keep, and why", text, StringComparison.Ordinal);
        await browser.SendAsync(page, new() { ["decision"] = "close" }).ExpectAsync(HttpStatusCode.Redirect);
        await host.Post.LetterToAsync(person.Email, "Your account will be closed");

        var signedIn = await host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, NewPerson.Password);
        Assert.StartsWith(Page, signedIn.Headers.Location!.ToString(), StringComparison.Ordinal);
        await browser.SendAsync(await browser.OpenAsync(Page), new() { ["decision"] = "keep" }).ExpectAsync(HttpStatusCode.Redirect);

        await host.Post.LetterToAsync(person.Email, "Your account stays open");
        Assert.Equal(1L, await host.ScalarAsync<long>($"SELECT count(*) FROM identity.account WHERE id = '{account}' AND closes_at IS NULL"));
    }

    [Fact]
    public async Task When_the_time_is_over_the_person_is_forgotten_here_and_everybody_hears_of_it()
    {
        var (person, browser, account) = await RegisteredAsync();
        var flow = SignInFlow.Mobile();
        using var program = host.NewProgram();
        var authorized = await browser.OpenAsync(SignInFlow.Address(flow.AuthorizeParameters));
        var tokens = await flow.ExchangeAsync(program, flow.CodeFrom(authorized)).ReadAsync<Tokens>();
        using var client = host.ClientFor(account, "client");
        await client.PostOnceAsync(Api).ExpectAsync(HttpStatusCode.Accepted);

        await host.ScalarAsync<int>($"UPDATE identity.account SET closes_at = now() WHERE id = '{account}'");

        await host.PublishedAsync<AccountClosed>(fact => fact.SubjectId == account);
        await host.PublishedAsync<AccountAccessChanged>(fact => fact.SubjectId == account);
        await host.Post.LetterToAsync(person.Email, "Your account is closed");
        Assert.Equal(0L, await host.ScalarAsync<long>($"SELECT count(*) FROM identity.credential WHERE id = '{account}'"));
        Assert.Equal(1L, await host.ScalarAsync<long>($"SELECT count(*) FROM identity.account WHERE id = '{account}' AND email IS NULL AND name IS NULL AND email_index IS NULL"));
        Assert.Equal(0L, await host.ScalarAsync<long>($"SELECT count(*) FROM keys.data_key WHERE owner = '{account}' AND wrapped IS NOT NULL"));
        await flow.RefreshAsync(program, tokens.Refresh_token!).ExpectAsync(HttpStatusCode.BadRequest);
        await host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, NewPerson.Password).ExpectAsync(HttpStatusCode.BadRequest);
        // The address is free again.
        await person.AskAsync(host.NewBrowser()).ExpectAsync(HttpStatusCode.Redirect);
        await Eventually.TrueAsync(() => host.Post.To(person.Email).Count(letter => letter.Subject == "Confirm your e-mail address") == 2);
        await NewPerson.ConfirmAsync(host.NewBrowser(), await person.LinkAsync(host)).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_retried_request_asks_once_and_another_person_s_account_is_not_named_anywhere()
    {
        var (person, _, account) = await RegisteredAsync();
        using var client = host.ClientFor(account, "client");
        var key = Guid.CreateVersion7();

        await client.PostOnceAsync(Api, key: key).ExpectAsync(HttpStatusCode.Accepted);
        await client.PostOnceAsync(Api, key: key).ExpectAsync(HttpStatusCode.Accepted);
        await client.PostOnceAsync(Api).ExpectAsync(HttpStatusCode.Accepted);

        await host.Post.LetterToAsync(person.Email, "Your account will be closed");
        Assert.Single(host.Post.To(person.Email), letter => letter.Subject == "Your account will be closed");
        var state = await client.GetFromJsonAsync<State>(Api, TestContext.Current.CancellationToken);
        Assert.NotNull(state!.ClosesAt);
        Assert.NotEmpty(state.KeptByLaw);
        var kept = await client.PostOnceAsync($"{Api}/cancel").ReadAsync<State>();
        Assert.Null(kept.ClosesAt);
    }

    [Fact]
    public async Task The_api_takes_tokens_and_not_the_cookie_of_the_pages()
    {
        var (_, browser, _) = await RegisteredAsync();
        await browser.OpenAsync("/identity/signed-in").ExpectAsync(HttpStatusCode.OK);

        await browser.OpenAsync(Api).ExpectAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Whoever_finds_a_device_that_is_signed_in_for_long_cannot_close_the_account()
    {
        await using var late = new QuicklyClosingHost();
        await late.InitializeAsync();
        var browser = late.NewBrowser();
        await NewPerson.Somebody().RegisterAsync(late, browser).ExpectAsync(HttpStatusCode.Redirect);
        late.Clock.Advance(TimeSpan.FromMinutes(11));

        var page = await browser.OpenAsync(Page).ExpectAsync(HttpStatusCode.OK);
        var answer = await browser.SendAsync(page, new() { ["decision"] = "close" }).ExpectAsync(HttpStatusCode.Redirect);

        Assert.StartsWith("/identity/sign-in?", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0L, await late.ScalarAsync<long>("SELECT count(*) FROM identity.account WHERE closes_at IS NOT NULL"));
    }

    private async Task<(NewPerson Person, Browser Browser, Guid Account)> RegisteredAsync()
    {
        var (person, browser) = (NewPerson.Somebody(), host.NewBrowser());
        await person.RegisterAsync(host, browser).ExpectAsync(HttpStatusCode.Redirect);
        return (person, browser, await host.ScalarAsync<Guid>("SELECT id FROM identity.account ORDER BY opened_at DESC LIMIT 1"));
    }

    private static Task<string> BodyAsync(HttpResponseMessage page) => page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private sealed record State(DateTimeOffset? ClosesAt, List<Point> Destroyed, List<Point> KeptByLaw);

    private sealed record Point(string What, string Why);
}

/// <summary>Looks often for accounts whose time has come.</summary>
public sealed class QuicklyClosingHost : IdentityHost
{
    public QuicklyClosingHost() => Settings["Closing:LookEvery"] = "00:00:00.1";
}
