using System.Globalization;
using Journease.Benchmarks.Booking;
using Journease.LocalServers;

namespace Journease.Benchmarks.Slots;

/// <summary>Looking for free times over thirty days, with few and with very many bookings in the past.</summary>
internal static class SlotBenchmark
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int Rate = 8;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(12);

    public static async Task RunAsync(Report report)
    {
        using var directory = new TemporaryDirectory();
        await using var postgres = await PostgresServer.StartAsync(new() { DataDirectory = Path.Combine(directory.Path, "postgres") });
        await using var rabbit = await RabbitMqServer.StartAsync(new() { DataDirectory = Path.Combine(directory.Path, "rabbitmq") });
        await using var issuer = await MeasuredIssuer.StartAsync();
        await using var scheduling = await MeasuredScheduling.StartAsync(postgres.ConnectionString, rabbit.AmqpUri, issuer);
        using var practice = await SearchedPractice.OpenAsync(scheduling.Address, issuer, postgres.ConnectionString);

        await practice.BookAheadAsync();
        await practice.HaveBookedAsync(0, Few);
        await MeasureAsync(report, practice, Few);
        await practice.HaveBookedAsync(Few, Many);
        await MeasureAsync(report, practice, Many);
    }

    private static async Task MeasureAsync(Report report, SearchedPractice practice, int past)
    {
        await Latencies.AtRateAsync(Rate, Warming, _ => practice.SearchOneAsync());
        var one = await Latencies.AtRateAsync(Rate, Measured, _ => practice.SearchOneAsync());
        await Latencies.AtRateAsync(Rate, Warming, _ => practice.SearchAllAsync());
        var all = await Latencies.AtRateAsync(Rate, Measured, _ => practice.SearchAllAsync());
        var many = past.ToString("N0", CultureInfo.InvariantCulture);
        report.Add($"slots, 1 practitioner x 30 days, {many} past bookings", Times(one), "", "", "p95 <= 50 ms");
        report.Add($"slots, 10 people, rooms, chairs, quotas x 30 days, {many} past bookings", Times(all), "", "", "p95 <= 150 ms");
    }

    private static string Times(Latencies times) => string.Create(CultureInfo.InvariantCulture, $"p50 {times.P50:0.0} ms, p95 {times.P95:0.0} ms");
}
