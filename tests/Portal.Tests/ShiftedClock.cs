namespace Journease.Portal.Tests;

/// <summary>The real clock, moved ahead as far as a test asks: timers and time-outs go on as usual.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long ahead;

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));
}
