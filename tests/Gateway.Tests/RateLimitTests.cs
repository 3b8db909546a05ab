using System.Net;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Http;

namespace Journease.Gateway.Tests;

public sealed class RateLimitTests : IAsyncLifetime
{
    private static readonly Uri Articles = new("/content/v1/articles", UriKind.Relative);
    private static readonly Uri Packet = new("/intake/v1/packet", UriKind.Relative);
    private static readonly Uri Inquiries = new("/intake/v1/inquiries", UriKind.Relative);

    private Upstream upstream = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var gateway = Start(new() { ["Limits:Address"] = "3" });
        using var client = gateway.CreateClient();

        await RepeatAsync(3, () => client.GetAsync(Articles, Ct));
        var refused = await client.GetAsync(Articles, Ct);

        await refused.ProblemAsync(429, "too-many-requests");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 20);
        Assert.Equal(3, upstream.Received.Count);
        await client.GetAsync(new Uri("/health", UriKind.Relative), Ct).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_signed_in_person_is_counted_by_themselves()
    {
        await using var gateway = Start(new() { ["Limits:Person"] = "2", ["Limits:Address"] = "1" });
        using var ann = gateway.SignedIn();
        using var ben = gateway.SignedIn();

        await RepeatAsync(2, () => ann.GetAsync(Packet, Ct));
        await ann.GetAsync(Packet, Ct).ProblemAsync(429, "too-many-requests");
        await RepeatAsync(2, () => ben.GetAsync(Packet, Ct));
    }

    [Fact]
    public async Task Headers_that_claim_other_addresses_do_not_help()
    {
        await using var gateway = Start(new() { ["Limits:Address"] = "2" });
        using var client = gateway.CreateClient();
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Articles);
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{attempt}");
            request.Headers.Add("X-Real-IP", $"203.0.113.{attempt}");
            request.Headers.Add("Forwarded", $"for=203.0.113.{attempt}");
            request.Headers.Add("X-Journease-Gateway", $"guess-{attempt}-of-the-secret");
            statuses.Add((await client.SendAsync(request, Ct)).StatusCode);
        }

        Assert.Equal(2, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(4, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Tokens_that_are_made_up_count_for_the_address()
    {
        await using var gateway = Start(new() { ["Limits:Address"] = "2" });
        using var client = gateway.CreateClient();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", "made-up-" + attempt);
            await client.GetAsync(Packet, Ct).ProblemAsync(401);
        }

        client.DefaultRequestHeaders.Authorization = new("Bearer", "made-up-again");
        await client.GetAsync(Packet, Ct).ProblemAsync(429);
    }

    [Fact]
    public async Task The_portal_asks_for_each_visitor_and_each_is_counted_by_themselves()
    {
        await using var gateway = Start(new() { ["Limits:Address"] = "1" });
        using var portal = gateway.CreateClient().ThroughTheGateway();

        await AskForAsync("198.51.100.1").ExpectAsync(HttpStatusCode.OK);
        await AskForAsync("198.51.100.2").ExpectAsync(HttpStatusCode.OK);
        await AskForAsync("198.51.100.1").ProblemAsync(429);
        Assert.Equal("198.51.100.2", upstream.Received[^1].Headers["X-Forwarded-For"]);

        Task<HttpResponseMessage> AskForAsync(string visitor) => AskAsync(portal, visitor);
    }

    [Fact]
    public async Task An_address_of_version_six_counts_by_the_part_that_its_owner_was_given()
    {
        await using var gateway = Start(new() { ["Limits:Address"] = "1", ["ForwardedHeaders:KnownProxies:0"] = "127.0.0.0/8" });
        using var client = gateway.CreateClient();

        await AskAsync(client, "2001:db8:0:1::1").ExpectAsync(HttpStatusCode.OK);
        await AskAsync(client, "2001:db8:0:1:ffff:ffff:ffff:ffff").ProblemAsync(429);
        await AskAsync(client, "2001:db8:0:2::1").ExpectAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Limits:Inquiry", "/intake/v1/inquiries")]
    [InlineData("Limits:SignIn", "/identity/sign-in")]
    [InlineData("Limits:Token", "/identity/connect/token")]
    [InlineData("Limits:Registration", "/identity/register")]
    [InlineData("Limits:Account", "/identity/anything-else")]
    public async Task What_invites_guessing_or_flooding_has_a_limit_of_its_own(string setting, string path)
    {
        await using var gateway = Start(new() { [setting] = "2" });
        using var client = gateway.CreateClient();

        await RepeatAsync(2, () => client.PostAsync(new Uri(path, UriKind.Relative), null, Ct));

        await client.PostAsync(new Uri(path, UriKind.Relative), null, Ct).ProblemAsync(429, "too-many-requests");
        await client.GetAsync(Articles, Ct).ExpectAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Limits:Booking", "POST", "/scheduling/v1/appointments")]
    [InlineData("Limits:Search", "GET", "/scheduling/v1/slots")]
    public async Task Booking_and_searching_are_limited_for_each_person(string setting, string method, string path)
    {
        await using var gateway = Start(new() { [setting] = "1" });
        using var ann = gateway.SignedIn(audience: "scheduling");
        using var ben = gateway.SignedIn(audience: "scheduling");

        await ann.SendAsync(new(new(method), path), Ct).ExpectAsync(HttpStatusCode.OK);
        await ann.SendAsync(new(new(method), path), Ct).ProblemAsync(429);
        await ben.SendAsync(new(new(method), path), Ct).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task More_work_at_once_than_the_gateway_takes_is_put_off()
    {
        var finish = new TaskCompletionSource();
        await using var slow = await Upstream.StartAsync(http => finish.Task);
        await using var gateway = GatewayHost.StartWith(new() { ["Limits:AtOnce"] = "1" }, ("intake", [slow.Address]));
        using var client = gateway.CreateClient();

        var first = client.PostAsync(Inquiries, null, Ct);
        await Eventually.TrueAsync(() => Task.FromResult(slow.Received.Count == 1));
        var second = await client.PostAsync(Inquiries, null, Ct);
        finish.SetResult();

        await second.ProblemAsync(503, "unavailable");
        Assert.NotNull(second.Headers.RetryAfter);
        await first.ExpectAsync(HttpStatusCode.OK);
    }

    public async ValueTask InitializeAsync() => upstream = await Upstream.StartAsync(http => http.Response.WriteAsync("reached"));

    public ValueTask DisposeAsync() => upstream.DisposeAsync();

    private GatewayHost Start(Dictionary<string, string> limits) => GatewayHost.StartWith(
        limits, ("content", [upstream.Address]), ("intake", [upstream.Address]), ("scheduling", [upstream.Address]), ("identity", [upstream.Address]));

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Articles);
        request.Headers.Add("X-Forwarded-For", visitor);
        return await client.SendAsync(request, Ct);
    }

    private static async Task RepeatAsync(int times, Func<Task<HttpResponseMessage>> ask)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            await ask().ExpectAsync(HttpStatusCode.OK);
        }
    }
}
