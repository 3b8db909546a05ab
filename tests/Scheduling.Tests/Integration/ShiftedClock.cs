namespace Journease.Scheduling.Tests.Integration;

/// <summary>
/// Runs as fast as the real clock, from another start. It starts in the past: what the bus and the database measure by their
/// own clocks then never waits.
/// </summary>
public sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan shift = start - System.GetUtcNow();
    private TimeSpan advanced;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift + advanced;

    public void AdvanceTo(DateTimeOffset time) => advanced += time - GetUtcNow();
}
