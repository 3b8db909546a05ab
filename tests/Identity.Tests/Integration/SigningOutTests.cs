using System.Net;
using Journease.Testing;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SigningOutTests(IdentityHost host) : IClassFixture<IdentityHost>, IAsyncLifetime
{
    private const string Person = "client@demo.journease.example";
    private const string Back = "https%3A%2F%2Fportal.test%2Fsignout-callback-oidc";

    [Fact]
    public async Task A_stranger_s_link_asks_the_person_first()
    {
        var browser = host.NewBrowser();
        await SignInFlow.Portal().CodeAsync(browser, Person);

        var page = await browser.OpenAsync($"/identity/connect/endsession?client_id=journease-portal&post_logout_redirect_uri={Back}&state=s");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/identity/signed-in")).StatusCode);

        var done = await browser.SendAsync(page, []);
        Assert.StartsWith("https://portal.test/signout-callback-oidc", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("/identity/sign-in", (await browser.OpenAsync("/identity/signed-in")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_client_that_holds_the_person_s_id_token_need_not_ask()
    {
        var browser = host.NewBrowser();
        var flow = SignInFlow.Portal();
        using var program = host.NewProgram();
        var tokens = await flow.ExchangeAsync(program, await flow.CodeAsync(browser, Person)).ReadAsync<Tokens>();

        var done = await browser.OpenAsync($"/identity/connect/endsession?id_token_hint={tokens.Id_token}&post_logout_redirect_uri={Back}&state=s");

        Assert.Equal("https://portal.test/signout-callback-oidc?state=s", done.Headers.Location?.ToString());
        Assert.Equal("/identity/sign-in", (await browser.OpenAsync("/identity/signed-in")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Nobody_is_sent_to_an_address_that_is_not_registered()
    {
        var answer = await host.NewBrowser().OpenAsync("/identity/connect/endsession?client_id=journease-portal&post_logout_redirect_uri=https%3A%2F%2Felsewhere.test%2F");

        await answer.ExpectAsync(HttpStatusCode.BadRequest);
        Assert.Null(answer.Headers.Location);
    }

    public async ValueTask InitializeAsync() => await host.SeedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
