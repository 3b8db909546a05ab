using Journease.LocalServers;

namespace Journease.Messaging.Tests;

/// <summary>A replica as a process of its own, to be killed.</summary>
internal static class DeskProcess
{
    public static GuardedProcess Start(Desks desks, params string[] settings) => GuardedProcess.Start(new()
    {
        Command = "dotnet",
        Arguments = [Path.Combine(AppContext.BaseDirectory, "Journease.Desk.dll"), .. desks.Arguments(settings)],
        WorkingDirectory = AppContext.BaseDirectory,
    });
}
