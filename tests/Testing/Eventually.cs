using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace Journease.Testing;

/// <summary>Waits for what other processes will do in their own time, and no longer than needed.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMilliseconds(100);

    public static Task TrueAsync(
        Func<bool> condition,
        TimeSpan? timeout = null,
        [CallerArgumentExpression(nameof(condition))] string? expression = null) =>
        TrueAsync(() => Task.FromResult(condition()), timeout, expression);

    public static Task TrueAsync(
        Func<Task<bool>> condition,
        TimeSpan? timeout = null,
        [CallerArgumentExpression(nameof(condition))] string? expression = null) =>
        UntilAsync(condition, isMet => isMet, timeout, _ => $"it never came true: {expression}");

    /// <summary>Waits until reading gives the value; says the last one read where it does not.</summary>
    public static Task EqualAsync<T>(
        T expected,
        Func<Task<T>> read,
        TimeSpan? timeout = null,
        [CallerArgumentExpression(nameof(read))] string? expression = null) =>
        UntilAsync(
            read,
            value => EqualityComparer<T>.Default.Equals(value, expected),
            timeout,
            last => $"it should have become {expected} and was {last} to the end: {expression}");

    /// <summary>Waits until reading gives something, and returns it.</summary>
    public static async Task<T> FoundAsync<T>(
        Func<Task<T?>> read,
        TimeSpan? timeout = null,
        [CallerArgumentExpression(nameof(read))] string? expression = null)
        where T : class =>
        (await UntilAsync(read, value => value is not null, timeout, _ => $"nothing was found: {expression}"))!;

    private static async Task<T> UntilAsync<T>(
        Func<Task<T>> read, Func<T, bool> isMet, TimeSpan? timeout, Func<T, string> complaint)
    {
        var limit = timeout ?? Patience;
        var waited = Stopwatch.StartNew();
        var interval = FirstInterval;
        while (true)
        {
            var value = await read();
            if (isMet(value))
            {
                return value;
            }
            if (waited.Elapsed > limit)
            {
                Assert.Fail($"After {limit.TotalSeconds:0.#} s {complaint(value)}");
            }
            await Task.Delay(interval, TestContext.Current.CancellationToken);
            interval = interval * 2 < LongestInterval ? interval * 2 : LongestInterval;
        }
    }
}
