using System.Globalization;

namespace Journease.Benchmarks;

/// <summary>What a process really holds: its share of pages that several processes map is counted once over all of them.</summary>
internal static class ProcessMemory
{
    /// <summary>The proportional set size, in megabytes.</summary>
    public static double ProportionalMegabytes(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/smaps_rollup").First(one => one.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public static string Megabytes(int processId) => ProportionalMegabytes(processId).ToString("0 MB", CultureInfo.InvariantCulture);
}
