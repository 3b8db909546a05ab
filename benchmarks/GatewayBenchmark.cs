using System.Globalization;
using System.Text.RegularExpressions;
using Journease.Benchmarks.Booking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Journease.Benchmarks;

/// <summary>The gateway against nginx, both in front of the same small upstream, one after the other.</summary>
internal static partial class GatewayBenchmark
{
    private const string Path = "/content/v1/articles";
    private const string SignedInPath = "/notifications/v1/messages";
    private const int Rounds = 3;
    private const int CalmRate = 500;

    public static async Task RunAsync(Report report)
    {
        using var directory = new TemporaryDirectory();
        await using var upstream = await StartUpstreamAsync();
        var upstreamAddress = new Uri(upstream.Urls.Single());
        await using var nginx = await StartNginxAsync(directory.Path, upstreamAddress);
        await using var issuer = await MeasuredIssuer.StartAsync();
        await using var gateway = await StartGatewayAsync(upstreamAddress, issuer);

        var (nginxRates, gatewayRates) = (new List<double>(), new List<double>());
        await WrkAsync(gateway.Address, seconds: 4); // warm: the compiler has seen the hot path
        for (var round = 0; round < Rounds; round++)
        {
            nginxRates.Add(await WrkAsync(nginx.Address, seconds: 5));
            gatewayRates.Add(await WrkAsync(gateway.Address, seconds: 5));
        }
        var (ceiling, reached) = (Median(nginxRates), Median(gatewayRates));
        report.Add("gateway, throughput", $"{reached:0} req/s", $"nginx {ceiling:0} req/s", Ratio(reached / ceiling), ">= 0.5");

        // What a sign-in costs: the same gateway and upstream, a route for anybody and one for signed-in people.
        var token = issuer.TokenFor("client", "content");
        await WrkAsync(gateway.Address, seconds: 2, SignedInPath, token);
        var signedIn = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            signedIn.Add(await WrkAsync(gateway.Address, seconds: 5, SignedInPath, token));
        }
        report.Add("gateway, signed in", $"{Median(signedIn):0} req/s", $"for anybody {reached:0} req/s", Ratio(Median(signedIn) / reached));

        var direct = await CalmAsync(upstreamAddress);
        var throughNginx = await CalmAsync(nginx.Address);
        var throughGateway = await CalmAsync(gateway.Address);
        report.Add($"gateway, added p50 at {CalmRate}/s", Milliseconds(throughGateway.P50 - direct.P50), $"nginx adds {Milliseconds(throughNginx.P50 - direct.P50)}", "", "<= 0.5 ms");
        report.Add($"gateway, added p99 at {CalmRate}/s", Milliseconds(throughGateway.P99 - direct.P99), $"nginx adds {Milliseconds(throughNginx.P99 - direct.P99)}", "", "<= 3 ms");
        report.Add("gateway, resident after load", ProcessMemory.Megabytes(gateway.ProcessId), "", "", "<= 120 MB");
    }

    private static async Task<WebApplication> StartUpstreamAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/health", () => "");
        app.MapGet(SignedInPath, () => new { items = Array.Empty<object>() });
        app.MapGet(Path, () => new { items = new[] { new { slug = "sleep", title = "Sleeping again" } } });
        await app.StartAsync();
        return app;
    }

    private static async Task<BenchmarkProcess> StartNginxAsync(string directory, Uri upstream)
    {
        var port = BenchmarkProcess.FreePort();
        var configuration = System.IO.Path.Combine(directory, "nginx.conf");
        await File.WriteAllTextAsync(configuration, $$"""
            daemon off; worker_processes 2; error_log stderr error; pid {{directory}}/nginx.pid;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path {{directory}}; proxy_temp_path {{directory}}; fastcgi_temp_path {{directory}};
              uwsgi_temp_path {{directory}}; scgi_temp_path {{directory}};
              upstream same { server {{upstream.Authority}}; keepalive 64; }
              server { listen 127.0.0.1:{{port}}; location / { proxy_pass http://same; proxy_http_version 1.1; proxy_set_header Connection ""; } }
            }
            """);
        return await BenchmarkProcess.StartAsync("/usr/sbin/nginx", ["-c", configuration, "-p", directory], port, Path);
    }

    private static Task<BenchmarkProcess> StartGatewayAsync(Uri upstream, MeasuredIssuer issuer)
    {
        var port = BenchmarkProcess.FreePort();
        return BenchmarkProcess.StartAsync("dotnet", [Built.Assembly("Gateway")], port, Path, new()
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["AllowedHosts"] = "*",
            ["Authentication__Issuer"] = issuer.Name,
            // Counted like every request, and never refused: one address sends them all.
            ["Limits__Address"] = "100000000",
            ["Limits__Person"] = "100000000",
            ["Gateway__Secret"] = BenchmarkProcess.GatewaySecret,
            ["services__content__http__0"] = upstream.ToString(),
            ["services__identity__http__0"] = issuer.Address,
            ["services__intake__http__0"] = upstream.ToString(),
            ["services__scheduling__http__0"] = upstream.ToString(),
            ["services__community-groups__http__0"] = upstream.ToString(),
            ["services__notifications__http__0"] = upstream.ToString(),
        });
    }

    private static async Task<double> WrkAsync(Uri address, int seconds, string path = Path, string? token = null)
    {
        string[] header = token is null ? [] : ["-H", "Authorization: Bearer " + token];
        var said = await BenchmarkProcess.OutputOfAsync("wrk", ["-t1", "-c64", $"-d{seconds}s", .. header, new Uri(address, path).ToString()]);
        if (NotSuccessful().IsMatch(said))
        {
            throw new InvalidOperationException($"wrk met errors at {address}:\n{said}");
        }
        return double.Parse(RequestsPerSecond().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static async Task<Latencies> CalmAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        return await Latencies.AtRateAsync(CalmRate, TimeSpan.FromSeconds(6), async _ =>
        {
            using var answer = await client.GetAsync(Path);
            answer.EnsureSuccessStatusCode();
        });
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Milliseconds(double value) => value.ToString("0.00 ms", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RequestsPerSecond();

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex NotSuccessful();
}
