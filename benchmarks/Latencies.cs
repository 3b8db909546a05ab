using System.Diagnostics;
using System.Globalization;

namespace Journease.Benchmarks;

/// <summary>Times of one kind of operation, in milliseconds.</summary>
internal sealed class Latencies(IEnumerable<double> milliseconds)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    public double P50 => At(0.50);

    public double P95 => At(0.95);

    public double P99 => At(0.99);

    private double At(double share) => sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {P50:0.00} ms, p99 {P99:0.00} ms");

    /// <summary>
    /// Starts an operation at a constant rate, whether or not earlier ones have ended, and counts each from the moment it
    /// was due: a stalled server cannot hide behind a client that waits politely.
    /// </summary>
    public static async Task<Latencies> AtRateAsync(int perSecond, TimeSpan duration, Func<int, Task> operation)
    {
        var count = (int)(perSecond * duration.TotalSeconds);
        var clock = Stopwatch.StartNew();
        var running = new Task<double>[count];
        for (var number = 0; number < count; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / perSecond);
            while (clock.Elapsed < due)
            {
                var left = due - clock.Elapsed;
                await (left > TimeSpan.FromMilliseconds(1.5) ? Task.Delay(1) : Task.Yield().AsTask());
            }
            running[number] = TimedAsync(number, due);
        }
        return new Latencies(await Task.WhenAll(running));

        async Task<double> TimedAsync(int number, TimeSpan due)
        {
            await operation(number);
            return (clock.Elapsed - due).TotalMilliseconds;
        }
    }
}

internal static class Yielding
{
    public static async Task AsTask(this System.Runtime.CompilerServices.YieldAwaitable yielding) => await yielding;
}
