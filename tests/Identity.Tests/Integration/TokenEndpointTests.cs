using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Journease.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class TokenEndpointTests(IdentityHost host) : IClassFixture<IdentityHost>, IAsyncLifetime
{
    private const string Person = "therapist@demo.journease.example";

    private static readonly Uri TokenAddress = new("/identity/connect/token", UriKind.Relative);

    [Fact]
    public async Task A_refresh_token_gives_new_tokens_and_a_new_refresh_token()
    {
        var flow = SignInFlow.Mobile();
        using var program = host.NewProgram();
        var first = await TokensAsync(flow, program);

        var second = await flow.RefreshAsync(program, first.Refresh_token!).ReadAsync<Tokens>();

        Assert.NotEqual(first.Refresh_token, second.Refresh_token);
        var access = new JsonWebToken(second.Access_token);
        Assert.Equal(["identity", "intake"], access.Audiences.Order());
        Assert.Equal("therapist", access.GetClaim("role").Value);
    }

    [Fact]
    public async Task A_refresh_token_that_is_used_again_later_ends_its_whole_family()
    {
        var flow = SignInFlow.Mobile();
        using var program = host.NewProgram();
        var first = await TokensAsync(flow, program);
        var second = await flow.RefreshAsync(program, first.Refresh_token!).ReadAsync<Tokens>();
        // As if the ten seconds had passed in which a client may ask again that never saw the answer.
        await host.ScalarAsync<int>("UPDATE identity.token SET redemption_date = redemption_date - interval '1 minute' WHERE redemption_date IS NOT NULL");

        await RefusedAsync(flow.RefreshAsync(program, first.Refresh_token!), "invalid_grant");
        await RefusedAsync(flow.RefreshAsync(program, second.Refresh_token!), "invalid_grant");
    }

    [Fact]
    public async Task A_client_that_did_not_see_the_answer_may_ask_once_more()
    {
        var flow = SignInFlow.Mobile();
        using var program = host.NewProgram();
        var first = await TokensAsync(flow, program);

        await flow.RefreshAsync(program, first.Refresh_token!).ExpectAsync(HttpStatusCode.OK);
        await flow.RefreshAsync(program, first.Refresh_token!).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_revoked_refresh_token_gives_nothing()
    {
        var flow = SignInFlow.Mobile();
        using var program = host.NewProgram();
        var tokens = await TokensAsync(flow, program);

        await PostAsync(program, "/identity/connect/revoke", new() { ["client_id"] = "journease-mobile", ["token"] = tokens.Refresh_token! })
            .ExpectAsync(HttpStatusCode.OK);

        await RefusedAsync(flow.RefreshAsync(program, tokens.Refresh_token!), "invalid_grant");
    }

    [Fact]
    public async Task A_service_gets_a_token_of_its_own_with_no_role_and_no_person()
    {
        using var program = host.NewProgram();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"journease-service-intake:{IdentityHost.IntakeSecret}")));

        var tokens = await PostAsync(program, TokenAddress.ToString(), new() { ["grant_type"] = "client_credentials", ["scope"] = "scheduling" })
            .ReadAsync<Tokens>();

        var access = new JsonWebToken(tokens.Access_token);
        Assert.Equal("at+jwt", access.Typ);
        Assert.Equal(["scheduling"], access.Audiences);
        Assert.Equal("journease-service-intake", access.Subject);
        Assert.DoesNotContain(access.Claims, claim => claim.Type == "role");
        Assert.Null(tokens.Refresh_token);
    }

    [Theory]
    [InlineData("journease-service-intake", "wrong", "client_credentials", "scheduling", "invalid_client")]
    [InlineData("journease-service-intake", null, "client_credentials", "scheduling", "invalid_request")]
    [InlineData("journease-service-elsewhere", "wrong", "client_credentials", "scheduling", "invalid_client")]
    [InlineData("journease-service-intake", IdentityHost.IntakeSecret, "client_credentials", "everything", "invalid_scope")]
    [InlineData("journease-portal", IdentityHost.PortalSecret, "client_credentials", "intake", "unauthorized_client")]
    [InlineData("journease-portal", IdentityHost.PortalSecret, "password", "intake", "unsupported_grant_type")]
    [InlineData("journease-mobile", null, "client_credentials", "intake", "invalid_request")]
    public async Task Nobody_else_gets_a_token(string client, string? secret, string grant, string scope, string error)
    {
        using var program = host.NewProgram();
        var form = new Dictionary<string, string> { ["client_id"] = client, ["grant_type"] = grant, ["scope"] = scope };
        if (secret is not null)
        {
            form["client_secret"] = secret;
        }
        if (grant == "password")
        {
            (form["username"], form["password"]) = (Person, IdentityHost.Password);
        }

        await RefusedAsync(PostAsync(program, TokenAddress.ToString(), form), error);
    }

    public async ValueTask InitializeAsync() => await host.SeedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Tokens> TokensAsync(SignInFlow flow, HttpClient program) =>
        await flow.ExchangeAsync(program, await flow.CodeAsync(host.NewBrowser(), Person)).ReadAsync<Tokens>();

    private static Task<HttpResponseMessage> PostAsync(HttpClient program, string address, Dictionary<string, string> form) =>
        program.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);

    private static async Task RefusedAsync(Task<HttpResponseMessage> sending, string error)
    {
        var answer = await sending;
        Assert.InRange((int)answer.StatusCode, 400, 401);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(error, body.RootElement.GetProperty("error").GetString());
    }
}
