namespace Journease.MailCatcher.Messages;

/// <summary>The last messages, newest first, in memory only.</summary>
public sealed class CaughtMessages
{
    private const int Most = 200;

    private readonly Lock gate = new();
    private readonly LinkedList<CaughtMessage> messages = [];
    private int count;

    public IReadOnlyList<CaughtMessage> All
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    public void Add(CaughtMessage message)
    {
        lock (gate)
        {
            messages.AddFirst(message with { Number = ++count });
            if (messages.Count > Most)
            {
                messages.RemoveLast();
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            messages.Clear();
        }
    }
}
