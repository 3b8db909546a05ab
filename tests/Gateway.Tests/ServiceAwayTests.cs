using System.Net;
using Journease.Testing;
using Microsoft.AspNetCore.Http;

namespace Journease.Gateway.Tests;

public sealed class ServiceAwayTests
{
    private static readonly Uri Articles = new("/content/v1/articles", UriKind.Relative);

    [Fact]
    public async Task A_service_that_is_not_there_is_told_as_a_problem_with_a_time_to_try_again()
    {
        await using var gateway = GatewayHost.Start(("content", [GatewayHost.NobodyThere()]));

        var answer = await gateway.CreateClient().GetAsync(Articles, Ct);

        var problem = await answer.ProblemAsync(503, "unavailable");
        Assert.NotNull(problem.TraceId);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("GET", "/content/v1/articles")]
    [InlineData("POST", "/intake/v1/inquiries")]
    public async Task Where_one_replica_refuses_the_connection_another_one_answers(string method, string path)
    {
        await using var upstream = await Upstream.StartAsync(async http =>
        {
            using var body = new StreamReader(http.Request.Body);
            await http.Response.WriteAsync("got " + await body.ReadToEndAsync(http.RequestAborted));
        });
        await using var gateway = GatewayHost.StartWith(
            new() { ["Limits:Inquiry"] = "100" },
            ("content", [GatewayHost.NobodyThere(), upstream.Address]), ("intake", [GatewayHost.NobodyThere(), upstream.Address]));
        using var client = gateway.CreateClient();

        for (var attempt = 0; attempt < 20; attempt++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Content = method == "POST" ? new StringContent("all of it") : null;
            var answer = await client.SendAsync(request, Ct).ExpectAsync(HttpStatusCode.OK);
            Assert.Equal(method == "POST" ? "got all of it" : "got ", await answer.Content.ReadAsStringAsync(Ct));
        }
        Assert.Equal(20, upstream.Received.Count);
    }

    [Fact]
    public async Task A_service_that_dies_while_it_works_is_told_as_a_problem_and_the_request_is_not_sent_again()
    {
        await using var upstream = await Upstream.StartAsync(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        await using var gateway = GatewayHost.Start(("intake", [upstream.Address]));

        var answer = await gateway.CreateClient().PostAsync(new Uri("/intake/v1/inquiries", UriKind.Relative), new StringContent("{}"), Ct);

        await answer.ProblemAsync(502, "broken-off");
        Assert.Single(upstream.Received);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task What_merely_reads_is_asked_of_another_replica_when_one_dies_over_it()
    {
        await using var dying = await Upstream.StartAsync(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        await using var living = await Upstream.StartAsync(http => http.Response.WriteAsync("read"));
        await using var gateway = GatewayHost.Start(("content", [dying.Address, living.Address]));
        using var client = gateway.CreateClient();

        await Eventually.TrueAsync(async () =>
        {
            await client.GetAsync(Articles, Ct).ExpectAsync(HttpStatusCode.OK);
            return dying.Received.Count > 0;
        });
    }

    [Fact]
    public async Task A_replica_that_is_not_well_gets_no_requests_until_it_is()
    {
        await using var ailing = await Upstream.StartAsync(http => http.Response.WriteAsync("ailing"));
        await using var well = await Upstream.StartAsync(http => http.Response.WriteAsync("well"));
        ailing.IsWell = false;
        await using var gateway = GatewayHost.StartWith(new() { ["Destinations:CheckEvery"] = "00:00:00.1" }, ("content", [ailing.Address, well.Address]));
        using var client = gateway.CreateClient();

        await Eventually.TrueAsync(() => EverySaysAsync("well"));
        ailing.IsWell = true;
        await Eventually.TrueAsync(async () => await client.GetStringAsync(Articles, Ct) == "ailing");

        async Task<bool> EverySaysAsync(string word)
        {
            for (var attempt = 0; attempt < 20; attempt++)
            {
                if (await client.GetStringAsync(Articles, Ct) != word)
                {
                    return false;
                }
            }
            return true;
        }
    }

    [Fact]
    public async Task Where_no_replica_is_well_they_are_all_tried()
    {
        await using var ailing = await Upstream.StartAsync(http => http.Response.WriteAsync("still here"));
        ailing.IsWell = false;
        await using var gateway = GatewayHost.StartWith(new() { ["Destinations:CheckEvery"] = "00:00:00.1" }, ("content", [ailing.Address]));
        using var client = gateway.CreateClient();

        for (var attempt = 0; attempt < 20; attempt++)
        {
            Assert.Equal("still here", await client.GetStringAsync(Articles, Ct));
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
