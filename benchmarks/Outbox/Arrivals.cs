using System.Collections.Concurrent;
using System.Diagnostics;

namespace Journease.Benchmarks.Outbox;

/// <summary>When each event reached its consumer, in ticks of <see cref="Stopwatch"/>.</summary>
internal static class Arrivals
{
    private static readonly ConcurrentDictionary<Guid, long> Times = new();

    public static int Count => Times.Count;

    public static void Note(Guid id) => Times[id] = Stopwatch.GetTimestamp();

    public static long At(Guid id) => Times[id];

    public static void Forget() => Times.Clear();
}
