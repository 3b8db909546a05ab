using System.Globalization;

namespace Journease.LocalHosting.Replicas;

/// <summary>A process that can answer requests.</summary>
internal sealed class Replica(string id, int port)
{
    private int busy;

    public string Id { get; } = id;

    public string Address { get; } = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    /// <summary>How many requests it is answering.</summary>
    public int Busy => Volatile.Read(ref busy);

    public void Begin() => Interlocked.Increment(ref busy);

    public void End() => Interlocked.Decrement(ref busy);
}
