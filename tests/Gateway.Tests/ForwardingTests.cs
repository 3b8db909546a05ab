using System.Net;
using System.Text;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Http;

namespace Journease.Gateway.Tests;

public sealed class ForwardingTests
{
    private static readonly Uri Articles = new("/content/v1/articles?page=2", UriKind.Relative);

    [Theory]
    [InlineData("identity", "/identity/sign-in")]
    [InlineData("intake", "/intake/v1/inquiries")]
    [InlineData("scheduling", "/scheduling/v1/slots")]
    [InlineData("content", "/content/v1/articles")]
    [InlineData("community-groups", "/groups/v1/circles")]
    [InlineData("notifications", "/notifications/v1/messages")]
    public async Task Each_prefix_leads_to_its_service_and_stays(string service, string path)
    {
        await using var upstream = await Upstream.StartAsync(http => http.Response.WriteAsync(service));
        await using var gateway = GatewayHost.Start((service, [upstream.Address]));

        var answer = await gateway.SignedIn().GetAsync(new Uri(path, UriKind.Relative), Ct).ExpectAsync(HttpStatusCode.OK);

        Assert.Equal(service, await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(path, upstream.Received.Single().Address);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing/here")]
    [InlineData("/intake/v2/inquiries")]
    [InlineData("/content")]
    [InlineData("/content/v1/drafts")]
    [InlineData("/content/v1/openapi.json")]
    [InlineData("/intake/v1/inquiries/not-an-id/answer")]
    [InlineData("/health/")]
    public async Task Nothing_else_leads_to_a_service(string path)
    {
        await using var upstream = await Upstream.StartAsync(http => http.Response.WriteAsync("reached"));
        await using var gateway = GatewayHost.Start(("intake", [upstream.Address]), ("content", [upstream.Address]));

        using var client = gateway.SignedIn();
        await client.GetAsync(new Uri(path, UriKind.Relative), Ct);

        Assert.Empty(upstream.Received);
    }

    [Fact]
    public async Task A_caller_cannot_pose_as_somebody_else_by_headers()
    {
        await using var upstream = await Upstream.StartAsync(_ => Task.CompletedTask);
        await using var gateway = GatewayHost.Start(("content", [upstream.Address]));
        using var request = new HttpRequestMessage(HttpMethod.Get, Articles);
        string[] forged =
            ["X-User-Id", "x-user-roles", "X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-URL", "X-Forwarded-User", "X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-Journease-Gateway", "X-Journease-Other"];
        foreach (var header in forged)
        {
            request.Headers.TryAddWithoutValidation(header, "forged");
        }
        request.Headers.Add("X-Kept", "kept");

        await gateway.CreateClient().SendAsync(request, Ct).ExpectAsync(HttpStatusCode.OK);

        var received = upstream.Received.Single().Headers;
        Assert.DoesNotContain("forged", received.Values);
        Assert.Equal("kept", received["X-Kept"]);
        Assert.Equal(TestGateway.Secret, received["X-Journease-Gateway"]);
        Assert.Equal("127.0.0.1", received["X-Forwarded-For"].Replace("::ffff:", "", StringComparison.Ordinal));
        Assert.Equal("http", received["X-Forwarded-Proto"]);
        Assert.StartsWith("127.0.0.1:", received["X-Forwarded-Host"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_say_that_they_are_not_kept_unless_the_service_says_otherwise()
    {
        await using var upstream = await Upstream.StartAsync(http =>
        {
            if (http.Request.Query.ContainsKey("etag"))
            {
                http.Response.Headers.ETag = "\"1\"";
            }
            if (http.Request.Query.ContainsKey("own"))
            {
                http.Response.Headers.CacheControl = "public, max-age=60";
                http.Response.Headers["Referrer-Policy"] = "same-origin";
            }
            return http.Response.WriteAsync("x");
        });
        await using var gateway = GatewayHost.Start(("content", [upstream.Address]));
        using var client = gateway.CreateClient();

        var plain = await client.GetAsync(Articles, Ct);
        var versioned = await client.GetAsync(new Uri("/content/v1/articles?etag", UriKind.Relative), Ct);
        var own = await client.GetAsync(new Uri("/content/v1/articles?own", UriKind.Relative), Ct);

        Assert.Equal("no-store", plain.Headers.CacheControl!.ToString());
        Assert.Equal("no-cache", versioned.Headers.CacheControl!.ToString());
        Assert.Equal("public, max-age=60", own.Headers.CacheControl!.ToString());
        Assert.Equal(["same-origin"], own.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["nosniff"], plain.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], plain.Headers.GetValues("Referrer-Policy"));
        Assert.False(plain.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_before_the_service_acts(bool lengthIsKnown)
    {
        await using var upstream = await Upstream.StartAsync(async http => await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted));
        await using var gateway = GatewayHost.Start(("intake", [upstream.Address]));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/intake/v1/inquiries", UriKind.Relative))
        {
            Content = new StringContent(new string('a', 100_000), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = !lengthIsKnown;

        var problem = await gateway.CreateClient().SendAsync(request, Ct).ProblemAsync(413, "too-large");

        Assert.NotNull(problem.TraceId);
    }

    [Fact]
    public async Task Health_is_the_gateways_own()
    {
        await using var gateway = GatewayHost.Start();
        using var client = gateway.CreateClient();

        await client.GetAsync(new Uri("/health", UriKind.Relative), Ct).ExpectAsync(HttpStatusCode.OK);
        await client.GetAsync(new Uri("/alive", UriKind.Relative), Ct).ExpectAsync(HttpStatusCode.OK);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
