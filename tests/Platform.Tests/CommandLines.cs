using System.Diagnostics;
using System.Globalization;

namespace Journease.Platform.Tests;

/// <summary>What every account of a machine can read about every process.</summary>
internal static class CommandLines
{
    /// <summary>Of all processes of this machine, by process id.</summary>
    public static IReadOnlyDictionary<int, string> Now() => Process.GetProcesses().ToDictionary(process => process.Id, process => Of(process.Id));

    private static string Of(int process)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return ""; // gone in the meantime
        }
    }
}
