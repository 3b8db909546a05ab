using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Journease.Benchmarks.Booking;
using Journease.LocalServers;

namespace Journease.Benchmarks.Submission;

/// <summary>The whole intake of a client through the API, and beside it what sealing alone costs of that, on the same database.</summary>
internal static class SubmissionBenchmark
{
    private const int Clients = 8;
    private const int Warming = 100;
    private const int Alone = 200;
    private static readonly TimeSpan MeasuredFor = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(Report report)
    {
        using var directory = new TemporaryDirectory();
        await using var postgres = await PostgresServer.StartAsync(new() { DataDirectory = Path.Combine(directory.Path, "postgres") });
        await using var rabbit = await RabbitMqServer.StartAsync(new() { DataDirectory = Path.Combine(directory.Path, "rabbitmq") });
        await using var issuer = await MeasuredIssuer.StartAsync();

        var alone = await SubmitAsync(report, postgres.ConnectionString, rabbit.AmqpUri, issuer);
        var sealing = await SealingAlone.MeasureAsync(postgres.ConnectionString, Warming, Alone);
        report.Add(
            "sealing in one submission", $"p50 {Number(sealing.P50)} ms", $"the submission {Number(alone.P50)} ms",
            (sealing.P50 / alone.P50).ToString("0.000", CultureInfo.InvariantCulture), "<= 0.05");
    }

    private static async Task<Latencies> SubmitAsync(Report report, string database, Uri broker, MeasuredIssuer issuer)
    {
        var port = BenchmarkProcess.FreePort();
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["ASPNETCORE_ENVIRONMENT"] = "Development", // the exact wording of the instruments is not in the repository
            ["ConnectionStrings__intake"] = database,
            ["ConnectionStrings__rabbitmq"] = broker.ToString(),
            ["Authentication__Issuer"] = issuer.Name,
            ["Gateway__Secret"] = BenchmarkProcess.GatewaySecret,
            ["Sealing__MasterKeys__1"] = BenchmarkProcess.MasterKey,
            ["ServiceCredential__Secret"] = "nobody-is-asked-in-this-benchmark",
            ["Logging__LogLevel__Default"] = "Warning",
            ["services__identity__http__0"] = issuer.Address,
        };
        await BenchmarkProcess.OutputOfAsync("dotnet", [Built.Assembly("Intake"), "migrate"], environment);
        await using var intake = await BenchmarkProcess.StartAsync("dotnet", [Built.Assembly("Intake")], port, "/health", environment);
        using var submitting = new SubmittingClients(intake.Address, issuer);

        await Parallel.ForEachAsync(Enumerable.Range(0, Warming), new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (_, _) => await submitting.SubmitAsync());
        var times = new ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (clock.Elapsed < MeasuredFor)
            {
                times.Add(await submitting.SubmitAsync());
            }
        }));
        report.Add(
            $"submission of two questionnaires, {Clients} at once", $"{Number(times.Count / clock.Elapsed.TotalSeconds)}/s",
            $"p95 {Number(new Latencies(times).P95)} ms");

        var alone = new List<double>();
        for (var i = 0; i < Alone; i++)
        {
            alone.Add(await submitting.SubmitAsync());
        }
        return new Latencies(alone);
    }

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
