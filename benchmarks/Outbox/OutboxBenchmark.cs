using System.Diagnostics;
using System.Globalization;
using Journease.LocalServers;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journease.Benchmarks.Outbox;

/// <summary>From the commit of a change to the commit of its consumer, against MassTransit without outbox, inbox and database.</summary>
internal static class OutboxBenchmark
{
    private const int Drained = 10_000;
    private const int SavedAtOnce = 500;
    private const int PacedRate = 200;
    private static readonly TimeSpan PacedFor = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(Report report)
    {
        using var directory = new TemporaryDirectory();
        await using var postgres = await PostgresServer.StartAsync(new() { DataDirectory = Path.Combine(directory.Path, "postgres") });
        await using var rabbit = await RabbitMqServer.StartAsync(new() { DataDirectory = Path.Combine(directory.Path, "rabbitmq") });

        var raw = await RawAsync(rabbit.AmqpUri);
        await using var app = await ServiceAsync(postgres.ConnectionString, rabbit.AmqpUri);
        await SaveAsync(app, Drained);
        var drained = await DrainAsync(app);
        report.Add("outbox, drained end to end", $"{drained:0} events/s", $"MassTransit alone {raw:0} events/s", Ratio(drained / raw), ">= 2000 events/s");

        var paced = await PacedAsync(app);
        report.Add($"outbox, commit to consumed at {PacedRate}/s", paced.ToString(), "", "", "p50 <= 20 ms, p99 <= 150 ms");
        await app.StopAsync();
    }

    private static async Task<WebApplication> ServiceAsync(string connectionString, Uri broker)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:measured"] = connectionString;
        builder.Configuration["Sealing:MasterKeys:1"] = Guid.NewGuid().ToString();
        builder.Configuration["ConnectionStrings:rabbitmq"] = broker.ToString();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        MeasuredService.Add(builder);
        var app = builder.Build();
        await MeasuredService.CreateAsync(app.Services);
        return app;
    }

    private static async Task SaveAsync(WebApplication app, int count)
    {
        for (var saved = 0; saved < count; saved += SavedAtOnce)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MeasuredDbContext>();
            db.AddRange(Enumerable.Range(0, SavedAtOnce).Select(_ => MeasuredAggregate.Publish()));
            await db.SaveChangesAsync();
        }
    }

    // The clock starts at the first arrival: connecting to the broker is not part of draining.
    private static async Task<double> DrainAsync(WebApplication app)
    {
        Arrivals.Forget();
        await app.StartAsync();
        await UntilAsync(() => Arrivals.Count > 0);
        var (clock, before) = (Stopwatch.StartNew(), Arrivals.Count);
        await UntilAsync(() => Arrivals.Count >= Drained);
        return (Drained - before) / clock.Elapsed.TotalSeconds;
    }

    private static async Task<Latencies> PacedAsync(WebApplication app)
    {
        Arrivals.Forget();
        var committed = new System.Collections.Concurrent.ConcurrentDictionary<Guid, long>();
        await Latencies.AtRateAsync(PacedRate, PacedFor, async _ =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MeasuredDbContext>();
            var aggregate = MeasuredAggregate.Publish();
            db.Add(aggregate);
            await db.SaveChangesAsync();
            committed[aggregate.Id] = Stopwatch.GetTimestamp();
        });
        await UntilAsync(() => Arrivals.Count >= committed.Count);
        return new Latencies(committed.Select(one => Math.Max(0, Stopwatch.GetElapsedTime(one.Value, Arrivals.At(one.Key)).TotalMilliseconds)));
    }

    private static async Task<double> RawAsync(Uri broker)
    {
        Arrivals.Forget();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMassTransit(bus =>
        {
            bus.AddConsumer<RawConsumer>();
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker);
                rabbit.PrefetchCount = 100;
                rabbit.ConfigureEndpoints(context);
            });
        });
        await using var provider = services.BuildServiceProvider();
        var control = provider.GetRequiredService<IBusControl>();
        await control.StartAsync();

        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, Drained), new ParallelOptions { MaxDegreeOfParallelism = 100 },
            async (_, ct) => await control.Publish(new RawMessage { Id = Guid.CreateVersion7() }, ct));
        await UntilAsync(() => Arrivals.Count >= Drained);
        var rate = Drained / clock.Elapsed.TotalSeconds;
        await control.StopAsync();
        return rate;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var patience = Stopwatch.StartNew();
        while (!condition())
        {
            if (patience.Elapsed > Patience)
            {
                throw new TimeoutException($"Only {Arrivals.Count} events have arrived.");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(2));
        }
    }

    private static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
