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
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Where_one_replica_refuses_the_connection_another_one_answers(string method)
    {
        await using var upstream = await Upstream.StartAsync(async http =>
        {
            using var body = new StreamReader(http.Request.Body);
            await http.Response.WriteAsync("got " + await body.ReadToEndAsync(http.RequestAborted));
        });
        await using var gateway = GatewayHost.Start(("content", [GatewayHost.NobodyThere(), upstream.Address]));
        using var client = gateway.CreateClient();

        for (var attempt = 0; attempt < 20; attempt++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Articles);
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
        await using var gateway = GatewayHost.Start(("content", [upstream.Address]));

        var answer = await gateway.CreateClient().PostAsync(Articles, new StringContent("{}"), Ct);

        await answer.ProblemAsync(502, "broken-off");
        Assert.Single(upstream.Received);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
