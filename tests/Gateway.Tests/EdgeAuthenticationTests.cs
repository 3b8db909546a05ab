using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Yarp.ReverseProxy.Configuration;

namespace Journease.Gateway.Tests;

public sealed class EdgeAuthenticationTests : IAsyncLifetime
{
    private Upstream upstream = null!;
    private GatewayHost gateway = null!;

    public static TheoryData<string> BadTokens()
    {
        var good = TestTokens.For(Guid.CreateVersion7(), "intake");
        var parts = good.Split('.');
        var claims = new Dictionary<string, object> { ["sub"] = Guid.CreateVersion7().ToString() };
        return
        [
            "nonsense",
            TestTokens.Create(claims, "intake", expires: DateTime.UtcNow.AddMinutes(-5)),
            TestTokens.Create(claims, "intake", issuer: "https://elsewhere.test/identity"),
            TestTokens.Create(claims, "elsewhere"),
            TestTokens.Create(claims, "intake", type: "JWT"),
            TestTokens.Create(claims, "intake", expires: DateTime.UtcNow.AddHours(2)),
            TestTokens.Create(claims, "intake", key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" }),
            $"{parts[0]}.{Encode("""{"sub":"somebody-else"}""")}.{parts[2]}",
            $"{Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.",
        ];
    }

    [Theory]
    [MemberData(nameof(BadTokens), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_token_is_refused_at_the_door(string token)
    {
        var answer = await SendAsync(token);

        var problem = await answer.ProblemAsync(401, "not-signed-in");
        Assert.NotNull(problem.TraceId);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Empty(upstream.Received);
    }

    [Theory]
    [InlineData("intake")]
    [InlineData("scheduling")]
    [InlineData("identity")]
    public async Task A_good_token_of_any_audience_of_the_platform_passes_and_the_service_decides(string audience)
    {
        var token = TestTokens.For(Guid.CreateVersion7(), audience);

        await (await SendAsync(token)).ExpectAsync(HttpStatusCode.OK);

        Assert.Equal("Bearer " + token, upstream.Received.Single().Headers["Authorization"]);
    }

    [Fact]
    public async Task Who_shows_no_token_is_refused_where_one_must_sign_in()
    {
        await SendAsync(null).ProblemAsync(401, "not-signed-in");

        Assert.Empty(upstream.Received);
    }

    [Fact]
    public async Task A_bad_token_is_refused_also_where_nobody_needs_one()
    {
        using var client = gateway.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "nonsense");

        await client.PostAsync(new Uri("/intake/v1/inquiries", UriKind.Relative), null, TestContext.Current.CancellationToken).ProblemAsync(401, "not-signed-in");

        Assert.Empty(upstream.Received);
    }

    [Fact]
    public void What_anybody_may_do_is_known_by_name()
    {
        var anybodys = gateway.Services.GetRequiredService<IProxyConfigProvider>().GetConfig().Routes
            .Where(route => route.AuthorizationPolicy == "anonymous" && route.ClusterId != "identity").Select(route => route.RouteId);

        Assert.Equal(["ListArticles", "ListTopics", "ReadArticle", "ReceiveInquiry"], anybodys.Order());
    }

    [Fact]
    public async Task A_method_that_no_service_declares_is_refused()
    {
        using var client = gateway.SignedIn();

        await client.DeleteAsync(new Uri("/intake/v1/inquiries", UriKind.Relative), TestContext.Current.CancellationToken).ProblemAsync(405, "method-not-allowed");

        Assert.Empty(upstream.Received);
    }

    [Fact]
    public async Task A_token_of_a_megabyte_is_refused_and_the_gateway_lives()
    {
        using var client = gateway.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + new string('a', 1 << 20));

        var refused = await client.GetAsync(new Uri("/content/v1/articles", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, refused.StatusCode);
        await SendAsync(TestTokens.For(Guid.CreateVersion7(), "intake")).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_clients_own_credentials_for_the_token_endpoint_pass()
    {
        using var client = gateway.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "aWQ6c2VjcmV0");

        await client.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), null, TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
    }

    public async ValueTask InitializeAsync()
    {
        upstream = await Upstream.StartAsync(http => http.Response.WriteAsync("reached"));
        gateway = GatewayHost.Start(("intake", [upstream.Address]), ("identity", [upstream.Address]));
    }

    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        await upstream.DisposeAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(string? token)
    {
        using var client = gateway.CreateClient();
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync(new Uri("/intake/v1/inquiries", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private static string Encode(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));
}
