namespace Journease.Intake;

/// <summary>The time as the database keeps it, so that what is answered now is the same as what is read back later.</summary>
internal static class KeptTime
{
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
