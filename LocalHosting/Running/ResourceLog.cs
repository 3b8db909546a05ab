using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;

namespace Journease.LocalHosting.Running;

/// <summary>The last lines of one process in memory, and all of them in a file.</summary>
internal sealed partial class ResourceLog(string id, string? directory) : IDisposable
{
    private const int Kept = 2000;

    private readonly Lock gate = new();
    private readonly Queue<LogLine> lines = new();
    private readonly List<Channel<IReadOnlyList<LogLine>>> watchers = [];
    private StreamWriter? writer;
    private int written;
    private bool disposed;

    public string? File { get; } = directory is null ? null : Path.Combine(directory, id + ".log");

    public void Write(string text, bool isError = false)
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }
            var line = new LogLine(++written, Colours().Replace(text, ""), isError);
            lines.Enqueue(line);
            if (lines.Count > Kept)
            {
                lines.Dequeue();
            }
            Open()?.WriteLine(line.Content);
            foreach (var watcher in watchers)
            {
                watcher.Writer.TryWrite([line]);
            }
        }
    }

    public IReadOnlyList<string> Last(int count)
    {
        lock (gate)
        {
            return [.. lines.TakeLast(count).Select(line => line.Content)];
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        var channel = Channel.CreateUnbounded<IReadOnlyList<LogLine>>();
        lock (gate)
        {
            channel.Writer.TryWrite([.. lines]);
            if (disposed)
            {
                channel.Writer.Complete();
            }
            watchers.Add(channel);
        }
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(ct))
            {
                yield return batch;
            }
        }
        finally
        {
            lock (gate)
            {
                watchers.Remove(channel);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            writer?.Dispose();
            foreach (var watcher in watchers)
            {
                watcher.Writer.TryComplete();
            }
        }
    }

    private StreamWriter? Open()
    {
        if (writer is null && File is not null)
        {
            Directory.CreateDirectory(directory!);
            writer = new StreamWriter(File, append: false) { AutoFlush = true };
        }
        return writer;
    }

    /// <summary>Terminal colours, which programs write because they are told that we understand them.</summary>
    [GeneratedRegex(@"\x1B\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Colours();
}
