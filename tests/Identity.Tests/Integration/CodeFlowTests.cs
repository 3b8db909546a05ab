using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Journease.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class CodeFlowTests(IdentityHost host) : IClassFixture<IdentityHost>, IAsyncLifetime
{
    private const string Person = "client@demo.journease.example";

    [Fact]
    public async Task The_app_gets_tokens_for_the_service_it_asked_for()
    {
        var flow = SignInFlow.Mobile();
        using var program = host.NewProgram();
        var code = await flow.CodeAsync(host.NewBrowser(), Person);

        var tokens = await flow.ExchangeAsync(program, code).ReadAsync<Tokens>();

        var access = new JsonWebToken(tokens.Access_token);
        Assert.Equal("at+jwt", access.Typ);
        Assert.Equal("RS256", access.Alg);
        Assert.Equal("https://gateway.test/identity", access.Issuer);
        Assert.Equal(["identity", "intake"], access.Audiences.Order());
        Assert.Equal(IdentityHost.ClientAccount.ToString(), access.Subject);
        Assert.InRange(access.ValidTo - access.IssuedAt, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));
        Assert.Equal(JsonValueKind.Array, access.GetPayloadValue<JsonElement>("role").ValueKind);
        Assert.Equal(["client"], access.Claims.Where(claim => claim.Type == "role").Select(claim => claim.Value));
        Assert.DoesNotContain(access.Claims, claim => claim.Type is "name" or "email");
        Assert.NotNull(tokens.Refresh_token);
    }

    [Fact]
    public async Task The_portal_learns_name_e_mail_and_roles_because_its_scopes_say_so()
    {
        var flow = SignInFlow.Portal();
        using var program = host.NewProgram();
        var code = await flow.CodeAsync(host.NewBrowser(), Person);

        var tokens = await flow.ExchangeAsync(program, code).ReadAsync<Tokens>();

        var identity = new JsonWebToken(tokens.Id_token);
        Assert.Equal(["journease-portal"], identity.Audiences);
        Assert.Equal("Demo Client", identity.GetClaim("name").Value);
        Assert.Equal(Person, identity.GetClaim("email").Value);
        Assert.Equal("client", identity.GetClaim("role").Value);

        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Access_token);
        var info = await program.GetAsync(new Uri("/identity/connect/userinfo", UriKind.Relative)).ReadAsync<JsonElement>();
        Assert.Equal("Demo Client", info.GetProperty("name").GetString());
        Assert.Equal(Person, info.GetProperty("email").GetString());
        Assert.Equal("client", info.GetProperty("role")[0].GetString());
    }

    [Fact]
    public async Task Without_the_scopes_the_app_learns_no_name_and_no_e_mail()
    {
        var flow = SignInFlow.Mobile("openid");
        using var program = host.NewProgram();
        var tokens = await flow.ExchangeAsync(program, await flow.CodeAsync(host.NewBrowser(), Person)).ReadAsync<Tokens>();

        Assert.DoesNotContain(new JsonWebToken(tokens.Id_token).Claims, claim => claim.Type is "name" or "email" or "role");
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Access_token);
        var info = await program.GetAsync(new Uri("/identity/connect/userinfo", UriKind.Relative)).ReadAsync<JsonElement>();
        Assert.Equal(["sub"], info.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("com.journease.app:/signed-in")]
    [InlineData("http://127.0.0.1:1/signed-in")]
    [InlineData("http://127.0.0.1:65535/signed-in")]
    [InlineData("http://[::1]:49152/signed-in")]
    [InlineData("https://app.journease.test/signed-in")]
    public async Task The_app_may_be_reached_in_every_way_that_RFC_8252_knows(string redirect)
    {
        var flow = SignInFlow.Mobile() with { RedirectUri = redirect };
        using var program = host.NewProgram();

        await flow.ExchangeAsync(program, await flow.CodeAsync(host.NewBrowser(), Person)).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_signed_in_already_is_not_asked_again()
    {
        var browser = host.NewBrowser();
        await SignInFlow.Portal().CodeAsync(browser, Person);
        var flow = SignInFlow.Mobile();

        var back = await browser.OpenAsync(SignInFlow.Address(flow.AuthorizeParameters));

        Assert.NotEmpty(flow.CodeFrom(back));
    }

    [Fact]
    public async Task A_client_that_may_not_ask_the_person_hears_that_nobody_is_signed_in()
    {
        var flow = SignInFlow.Mobile();

        var back = await host.NewBrowser().OpenAsync(SignInFlow.Address(flow.AuthorizeParameters.Append(new("prompt", "none"))));

        Assert.Contains("error=login_required", back.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompt_login_asks_once_and_then_goes_on()
    {
        var browser = host.NewBrowser();
        await SignInFlow.Mobile().CodeAsync(browser, Person);
        var flow = SignInFlow.Mobile();

        var asked = await browser.OpenAsync(SignInFlow.Address(flow.AuthorizeParameters.Append(new("prompt", "login"))));
        var signedIn = await browser.SignInAsync(asked.Headers.Location!.ToString(), Person, IdentityHost.Password);
        var back = await browser.OpenAsync(signedIn.Headers.Location!.ToString());

        Assert.NotEmpty(flow.CodeFrom(back));
    }

    [Fact]
    public async Task A_code_works_once_and_only_with_its_verifier()
    {
        var flow = SignInFlow.Mobile();
        using var program = host.NewProgram();
        var browser = host.NewBrowser();
        var code = await flow.CodeAsync(browser, Person);
        await flow.ExchangeAsync(program, code, "a-verifier-that-somebody-else-made-up-00000000").ExpectAsync(HttpStatusCode.BadRequest);

        var another = flow.CodeFrom(await browser.OpenAsync(SignInFlow.Address(flow.AuthorizeParameters)));
        await flow.ExchangeAsync(program, another).ExpectAsync(HttpStatusCode.OK);
        await flow.ExchangeAsync(program, another).ExpectAsync(HttpStatusCode.BadRequest);
    }

    public async ValueTask InitializeAsync() => await host.SeedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
