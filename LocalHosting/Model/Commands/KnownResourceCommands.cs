namespace Aspire.Hosting.ApplicationModel;

/// <summary>What can be asked of every process.</summary>
public static class KnownResourceCommands
{
    public static readonly string StartCommand = "start";
    public static readonly string StopCommand = "stop";
    public static readonly string RestartCommand = "restart";
}
