namespace Journease.LocalServers;

/// <summary>The signals that are sent to guarded processes, by their Linux numbers.</summary>
public enum ProcessSignal
{
    None = 0,
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Suspend = 19,
}
