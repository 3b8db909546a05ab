using System.Diagnostics;
using System.Globalization;

namespace Journease.LocalServers;

/// <summary>
/// Keeps two servers from one data directory, which would destroy it: the directory is locked while its owner
/// lives, and the server's process is noted, because after a kill of the owner it takes a moment to end.
/// </summary>
internal sealed class RunningMark : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly FileStream held;

    private RunningMark(FileStream held) => this.held = held;

    /// <summary>Waits while what ran there before is ending; one sentence where it does not end.</summary>
    public static async Task<RunningMark> TakeAsync(string server, string directory, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(Path.Combine(directory, "running")) is { } mark)
            {
                return mark;
            }
            if (waited.Elapsed > Patience)
            {
                throw new ServerStartException($"{server} already runs on {directory}; stop that one first.");
            }
            await Task.Delay(PollInterval, ct);
        }
    }

    public void Note(int processId)
    {
        held.SetLength(0);
        held.Write(System.Text.Encoding.ASCII.GetBytes($"{processId} {StartOf(processId)}"));
        held.Flush();
    }

    public void Dispose() => held.Dispose();

    private static RunningMark? TryTake(string file)
    {
        FileStream held;
        try
        {
            held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }

        // Left open, the reader would close the file and with it the lock.
        using var reader = new StreamReader(held, leaveOpen: true);
        var noted = reader.ReadToEnd().Split(' ');
        if (noted.Length == 2 && StartOf(int.Parse(noted[0], CultureInfo.InvariantCulture)) == noted[1])
        {
            held.Dispose();
            return null;
        }
        return new RunningMark(held);
    }

    /// <summary>With the id it names one process for ever; empty where it has ended.</summary>
    private static string StartOf(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? "" : fields[19];
        }
        catch (IOException)
        {
            return "";
        }
    }
}
