using System.Diagnostics;
using System.Globalization;
using Journease.Benchmarks.Booking;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journease.Benchmarks;

/// <summary>What a service pays per request for checking the token: signature, claims, and the list of changed access with a thousand accounts on it.</summary>
internal static class TokenBenchmark
{
    private const int Requests = 20_000;
    private const int Changed = 1_000;

    public static async Task RunAsync(Report report)
    {
        await using var issuer = await MeasuredIssuer.StartAsync();
        await using var app = Service(issuer);
        app.Services.GetRequiredService<AccessList>().Replace(
            Enumerable.Range(0, Changed).ToDictionary(_ => Guid.CreateVersion7(), _ => TimeProvider.System.GetUtcNow()));
        var token = "Bearer " + issuer.TokenFor("client", "measured");

        await TimeAsync(app, token, Requests / 10); // reads the keys, and lets the code be compiled
        var with = await TimeAsync(app, token, Requests);
        var without = await TimeAsync(app, null, Requests);
        report.Add("checking an access token, per request", Milliseconds(with - without), Milliseconds(without) + " without a token", "", "<= 0.2 ms");
    }

    private static WebApplication Service(MeasuredIssuer issuer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Authentication:Issuer"] = issuer.Name,
            ["Authentication:InternalIssuer"] = issuer.Name,
        });
        builder.AddServiceAuthentication("measured");
        return builder.Build();
    }

    private static async Task<TimeSpan> TimeAsync(WebApplication app, string? token, int requests)
    {
        var clock = Stopwatch.StartNew();
        for (var request = 0; request < requests; request++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            http.Request.Headers.Authorization = token;
            var answer = await http.AuthenticateAsync();
            if (answer.Succeeded != (token is not null))
            {
                throw new InvalidOperationException("The token was not checked as it should be.", answer.Failure);
            }
        }
        return clock.Elapsed / requests;
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.000 ms", CultureInfo.InvariantCulture);
}
