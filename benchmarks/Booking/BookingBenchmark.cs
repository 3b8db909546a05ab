using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Journease.LocalServers;

namespace Journease.Benchmarks.Booking;

/// <summary>Bookings through the API against the bare inserts of the same transaction, on the same durable PostgreSQL.</summary>
internal static class BookingBenchmark
{
    private const int Warming = 400;
    private const int Rivals = 50;
    private const int CalmRate = 20;
    private static readonly TimeSpan CalmFor = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan MeasuredFor = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(Report report)
    {
        using var directory = new TemporaryDirectory();
        await using var postgres = await PostgresServer.StartAsync(new() { DataDirectory = Path.Combine(directory.Path, "postgres") });
        await using var rabbit = await RabbitMqServer.StartAsync(new() { DataDirectory = Path.Combine(directory.Path, "rabbitmq") });
        await using var issuer = await MeasuredIssuer.StartAsync();

        var (siteId, booked) = await BookAsync(report, postgres.ConnectionString, rabbit.AmqpUri, issuer);
        // The service is gone: its dispatcher would send the rows that pgbench writes.
        var bare = await PgBench.InsertsPerSecondAsync(postgres.ConnectionString, siteId, directory.Path);
        report.Add($"booking, {PgBench.Clients} at once", $"{booked:0} bookings/s", $"pgbench, the inserts alone {bare:0} tx/s", Number(booked / bare, "0.000"));
    }

    private static async Task<(Guid SiteId, double PerSecond)> BookAsync(
        Report report, string database, Uri broker, MeasuredIssuer issuer)
    {
        await using var scheduling = await MeasuredScheduling.StartAsync(database, broker, issuer);
        using var practice = await MeasuredPractice.OpenAsync(scheduling.Address, issuer);

        var next = -1;
        await Parallel.ForEachAsync(Enumerable.Range(0, Warming), new ParallelOptions { MaxDegreeOfParallelism = PgBench.Clients },
            async (_, _) => await practice.BookAsync(Interlocked.Increment(ref next)));

        var times = new ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, PgBench.Clients).Select(async _ =>
        {
            while (clock.Elapsed < MeasuredFor)
            {
                var started = Stopwatch.GetTimestamp();
                await practice.BookAsync(Interlocked.Increment(ref next));
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }));
        var perSecond = times.Count / clock.Elapsed.TotalSeconds;

        report.Add($"booking, {PgBench.Clients} at once", Times(new Latencies(times)));

        var calm = await Latencies.AtRateAsync(CalmRate, CalmFor, _ => practice.BookAsync(Interlocked.Increment(ref next)));
        report.Add($"booking at {CalmRate}/s", Times(calm), "", "", "p95 <= 60 ms");
        await ContestAsync(report, practice);
        return (practice.SiteId, perSecond);
    }

    private static async Task ContestAsync(Report report, MeasuredPractice practice)
    {
        var rivals = await Task.WhenAll(Enumerable.Range(0, Rivals).Select(async _ =>
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await practice.TryContestedAsync();
            return (Answer: answer, Took: Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }));
        var winners = rivals.Count(rival => rival.Answer == HttpStatusCode.Created);
        var refused = rivals.Count(rival => rival.Answer == HttpStatusCode.Conflict);
        if (winners != 1 || refused != Rivals - 1)
        {
            throw new InvalidOperationException($"Of {Rivals} bookings of one time {winners} won and {refused} were refused.");
        }
        report.Add($"{Rivals} bookings of one time at once", $"{winners} won, {refused} refused", "", "", "exactly 1 wins");
        var times = new Latencies(rivals.Select(rival => rival.Took));
        report.Add($"{Rivals} bookings of one time, answered in", times.ToString(), "", "", "p99 <= 1000 ms");
    }

    private static string Times(Latencies times) => $"p50 {Number(times.P50, "0.0")} ms, p95 {Number(times.P95, "0.0")} ms";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
