namespace Journease.Testing;

/// <summary>The real clock, put forward by as much as a test says; timers run as always.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
