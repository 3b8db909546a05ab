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
            Keep(line);
        }
        listener?.Invoke(line);
    }

    private void Keep(string line)
    {
        try
        {
            System.IO.File.AppendAllText(File, line + "\n");
        }
        catch (IOException)
        {
            // A full disk, or a directory that is being deleted, must not stop the reading of what the server says.
        }
    }

    public string LastLines()
    {
        lock (gate)
        {
            return string.Concat(last.Select(line => "\n  " + line));
        }
    }
}
