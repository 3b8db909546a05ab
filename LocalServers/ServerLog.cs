namespace Journease.LocalServers;

/// <summary>What a server says, in a file beside its data.</summary>
internal sealed class ServerLog(string file, Action<string>? listener)
{
    private const int LargestBytes = 5_000_000;

    private readonly Lock gate = new();
    private readonly Queue<string> last = new();

    public string File { get; } = file;

    public void Begin()
    {
        if (System.IO.File.Exists(File) && new FileInfo(File).Length > LargestBytes)
        {
            System.IO.File.Move(File, File + ".1", overwrite: true);
        }
        lock (gate)
        {
            last.Clear();
        }
    }

    public void Write(string line)
    {
        lock (gate)
        {
            last.Enqueue(line);
            if (last.Count > 10)
            {
                last.Dequeue();
            }
            System.IO.File.AppendAllText(File, line + "\n");
        }
        listener?.Invoke(line);
    }

    public string LastLines()
    {
        lock (gate)
        {
            return string.Concat(last.Select(line => "\n  " + line));
        }
    }
}
