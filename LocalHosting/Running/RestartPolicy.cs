namespace Journease.LocalHosting.Running;

/// <summary>How long to wait before a process that ended by itself is started again, and when to stop trying.</summary>
internal sealed class RestartPolicy
{
    /// <summary>A process that says it is configured wrongly (EX_CONFIG) will say so again.</summary>
    private const int WrongConfiguration = 78;

    /// <summary>Whoever ran this long was well; what ended it is a new story.</summary>
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4),
    ];

    private int failures;

    /// <summary>None when there is no use in another try.</summary>
    public TimeSpan? Next(int exitCode, TimeSpan ran)
    {
        if (exitCode == WrongConfiguration)
        {
            return null;
        }
        failures = ran > Recovered ? 0 : failures;
        return failures < Delays.Length ? Delays[failures++] : null;
    }
}
