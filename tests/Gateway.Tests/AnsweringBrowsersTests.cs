using System.Net;
using Journease.Testing;
using Microsoft.AspNetCore.Http;

namespace Journease.Gateway.Tests;

/// <summary>What browsers are told: who may call, what a page may do, and what is compressed.</summary>
public sealed class AnsweringBrowsersTests : IAsyncLifetime
{
    private static readonly Uri Articles = new("/content/v1/articles", UriKind.Relative);
    private static readonly Uri Packet = new("/intake/v1/packet", UriKind.Relative);

    private Upstream upstream = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_a_configured_origin_may_call_and_the_preflight_is_answered_here()
    {
        await using var gateway = Start(new() { ["Cors:Origins:0"] = "https://app.test" });
        using var client = gateway.CreateClient();
        using var preflight = Preflight("https://app.test");

        var allowed = await client.SendAsync(preflight, Ct).ExpectAsync(HttpStatusCode.NoContent);

        Assert.Equal(["https://app.test"], allowed.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("Idempotency-Key", string.Join(',', allowed.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
        Assert.False(allowed.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Empty(upstream.Received);

        client.DefaultRequestHeaders.Add("Origin", "https://app.test");
        var answer = await client.GetAsync(Articles, Ct).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(["https://app.test"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("Retry-After", string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.test")]
    [InlineData("https://app.test.elsewhere.test")]
    [InlineData("http://app.test")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_may_not(string origin)
    {
        await using var gateway = Start(new() { ["Cors:Origins:0"] = "https://app.test" });
        using var client = gateway.CreateClient();
        using var preflight = Preflight(origin);

        var refused = await client.SendAsync(preflight, Ct);
        client.DefaultRequestHeaders.Add("Origin", origin);
        var answer = await client.GetAsync(Articles, Ct);

        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Every_answer_says_what_browsers_must_not_do_with_it_also_a_refusal()
    {
        await using var gateway = Start([]);
        using var client = gateway.CreateClient();
        string[] names =
            ["Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"];

        foreach (var answer in new[] { await client.GetAsync(Articles, Ct), await client.GetAsync(Packet, Ct), await client.GetAsync(new Uri("/nothing", UriKind.Relative), Ct) })
        {
            Assert.All(names, name => Assert.Single(answer.Headers.GetValues(name)));
            Assert.False(answer.Headers.Contains("Server"));
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_https_nobody_is_told_to_insist_on_it()
    {
        await using var gateway = Start(new() { ["Authentication:Issuer"] = "http://gateway.test/identity" });

        var answer = await gateway.CreateClient().GetAsync(Articles, Ct);

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task What_everybody_gets_is_compressed_and_what_a_person_is_shown_is_not(string coding)
    {
        await using var gateway = Start([]);
        using var anybody = gateway.CreateClient();
        anybody.DefaultRequestHeaders.Add("Accept-Encoding", coding);
        using var somebody = gateway.SignedIn();
        somebody.DefaultRequestHeaders.Add("Accept-Encoding", coding);

        var article = await anybody.GetAsync(Articles, Ct).ExpectAsync(HttpStatusCode.OK);
        var packet = await somebody.GetAsync(Packet, Ct).ExpectAsync(HttpStatusCode.OK);

        Assert.Equal([coding], article.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", article.Headers.Vary);
        Assert.Empty(packet.Content.Headers.ContentEncoding);
    }

    public async ValueTask InitializeAsync() => upstream = await Upstream.StartAsync(http =>
    {
        http.Response.ContentType = "application/json";
        http.Response.Headers.Server = "something";
        return http.Response.WriteAsync($"\"{new string('a', 4000)}\"");
    });

    public ValueTask DisposeAsync() => upstream.DisposeAsync();

    private GatewayHost Start(Dictionary<string, string> settings) =>
        GatewayHost.StartWith(settings, ("content", [upstream.Address]), ("intake", [upstream.Address]));

    private static HttpRequestMessage Preflight(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, Packet);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,idempotency-key");
        return request;
    }
}
