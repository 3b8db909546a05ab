using System.Net;
using Journease.Testing;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class RefusedRequestTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Theory]
    [InlineData("redirect_uri", "https://elsewhere.test/signed-in")]
    [InlineData("redirect_uri", "http://127.0.0.1:49152/elsewhere")]
    [InlineData("redirect_uri", "http://localhost:49152/signed-in")]
    [InlineData("redirect_uri", "https://127.0.0.1:49152/signed-in")]
    [InlineData("redirect_uri", "http://127.0.0.1:49152@elsewhere.test/signed-in")]
    [InlineData("redirect_uri", "com.journease.app:/signed-in/../elsewhere")]
    [InlineData("redirect_uri", "com.journease.app.elsewhere:/signed-in")]
    [InlineData("redirect_uri", "https://app.journease.test.elsewhere.test/signed-in")]
    [InlineData("client_id", "somebody-else")]
    public async Task A_request_that_does_not_come_from_our_client_gets_a_page_and_is_sent_nowhere(string parameter, string value)
    {
        var parameters = SignInFlow.Mobile().AuthorizeParameters;
        parameters[parameter] = value;

        var answer = await host.NewBrowser().OpenAsync(SignInFlow.Address(parameters));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Please go back to it and start again.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", "id_token", "unsupported_response_type")]
    [InlineData("response_type", "code id_token", "unsupported_response_type")]
    [InlineData("scope", "openid everything", "invalid_scope")]
    public async Task A_request_that_our_client_may_not_make_is_named_and_nobody_is_asked_to_sign_in(string parameter, string? value, string error)
    {
        var parameters = SignInFlow.Mobile().AuthorizeParameters;
        parameters.Remove(parameter);
        if (value is not null)
        {
            parameters[parameter] = value;
        }
        if (parameter == "code_challenge")
        {
            parameters.Remove("code_challenge_method");
        }

        var answer = await host.NewBrowser().OpenAsync(SignInFlow.Address(parameters));

        await answer.ExpectAsync(HttpStatusCode.BadRequest);
        Assert.Contains(error, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task Userinfo_is_for_holders_of_a_token(string? token)
    {
        using var program = host.NewProgram();
        if (token is not null)
        {
            program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        var answer = await program.GetAsync(new Uri("/identity/connect/userinfo", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.InRange((int)answer.StatusCode, 400, 401);
    }
}
