namespace Journease.Desk;

/// <summary>How a test tells a consumer in the same process what to do.</summary>
public sealed class DeskSwitches
{
    /// <summary>Awaited by consumers before they act.</summary>
    public Func<Task> BeforeEffect { get; set; } = () => Task.CompletedTask;

    /// <summary>How many consumers have begun.</summary>
    public int Begun => begun;

    private int begun;

    internal Task BeginAsync()
    {
        Interlocked.Increment(ref begun);
        return BeforeEffect();
    }
}
