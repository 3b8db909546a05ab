using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Journease.LocalServers;

namespace Journease.Benchmarks;

/// <summary>People who sign in with a password, five in a second, while other requests are served: page, form, session and the way back.</summary>
internal static partial class SignInBenchmark
{
    private const int PerSecond = 5;
    private const int OthersPerSecond = 50;
    private const string Page = "/identity/sign-in";
    private const string OtherPath = "/identity/.well-known/openid-configuration";
    private static readonly TimeSpan MeasuredFor = TimeSpan.FromSeconds(20);
    private static readonly string[] People =
        ["client", "client2", "coordinator", "prescriber", "therapist", "nurse", "facilitator", "editor", "administrator", "operator"];

    public static async Task RunAsync(Report report)
    {
        using var directory = new TemporaryDirectory();
        await using var postgres = await PostgresServer.StartAsync(new() { DataDirectory = Path.Combine(directory.Path, "postgres") });
        await using var rabbit = await RabbitMqServer.StartAsync(new() { DataDirectory = Path.Combine(directory.Path, "rabbitmq") });
        var port = BenchmarkProcess.FreePort();
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["ASPNETCORE_ENVIRONMENT"] = "Development", // for the demonstration accounts
            ["ConnectionStrings__identity"] = postgres.ConnectionString,
            ["ConnectionStrings__rabbitmq"] = rabbit.AmqpUri.ToString(),
            ["ConnectionStrings__mail"] = "smtp://127.0.0.1:9", // signing in on a new device may write a letter; nobody waits for it
            ["Authentication__Issuer"] = $"http://127.0.0.1:{port}/identity",
            ["Gateway__Secret"] = BenchmarkProcess.GatewaySecret,
            ["Sealing__MasterKeys__1"] = BenchmarkProcess.MasterKey,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        await BenchmarkProcess.OutputOfAsync("dotnet", [Built.Assembly("Identity"), "migrate"], environment);
        await BenchmarkProcess.OutputOfAsync("dotnet", [Built.Assembly("Identity"), "seed"], environment);
        await using var identity = await BenchmarkProcess.StartAsync("dotnet", [Built.Assembly("Identity")], port, "/health", environment);

        using var others = Browser(identity.Address);
        await Latencies.AtRateAsync(PerSecond, TimeSpan.FromSeconds(3), number => SignInAsync(identity.Address, number)); // warms up
        var signingIn = Latencies.AtRateAsync(PerSecond, MeasuredFor, number => SignInAsync(identity.Address, number));
        var beside = Latencies.AtRateAsync(OthersPerSecond, MeasuredFor, _ => OpenAsync(others, OtherPath));
        var signIns = await signingIn;

        report.Add(
            $"sign-in with a password, {PerSecond}/s", $"p95 {Number(signIns.P95)} ms",
            $"others meanwhile p95 {Number((await beside).P95)} ms", "", "<= 400 ms");
    }

    /// <summary>Both requests of a browser that has never been here: the page, and the form that it sends.</summary>
    private static async Task SignInAsync(Uri identity, int number)
    {
        using var browser = Browser(identity);
        var form = HiddenFields().Matches(await OpenAsync(browser, Page)).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        form["email"] = People[number % People.Length] + "@demo.journease.example";
        form["password"] = "journease-demo-2026";
        using var answer = await browser.PostAsync(new Uri(Page, UriKind.Relative), new FormUrlEncodedContent(form));
        if (answer.Headers.Location?.ToString() != "/identity/signed-in")
        {
            throw new InvalidOperationException($"A sign-in answered {(int)answer.StatusCode}.");
        }
    }

    private static async Task<string> OpenAsync(HttpClient browser, string path) => await browser.GetStringAsync(new Uri(path, UriKind.Relative));

    private static HttpClient Browser(Uri identity)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = identity };
        browser.DefaultRequestHeaders.Add("X-Journease-Gateway", BenchmarkProcess.GatewaySecret);
        return browser;
    }

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)" */>""")]
    private static partial Regex HiddenFields();
}
