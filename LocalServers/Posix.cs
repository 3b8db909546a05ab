using System.Runtime.InteropServices;

namespace Journease.LocalServers;

internal static partial class Posix
{
    private const int NoSuchProcess = 3;

    public static void SignalProcess(int id, ProcessSignal signal) => Send(id, signal);

    /// <summary>Reaches every process of the group that the process leads, also after the leader is gone.</summary>
    public static void SignalGroup(int leaderId, ProcessSignal signal) => Send(-leaderId, signal);

    private static void Send(int target, ProcessSignal signal)
    {
        if (Kill(target, (int)signal) != 0 && Marshal.GetLastPInvokeError() is var error and not NoSuchProcess)
        {
            throw new InvalidOperationException($"Signal {signal} could not be sent to process {target} (errno {error}).");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int target, int signal);
}
