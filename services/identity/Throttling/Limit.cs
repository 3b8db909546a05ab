namespace Journease.Identity.Throttling;

/// <summary>How often something may be tried: a few times at once, and then one by one.</summary>
/// <param name="Key">What is counted, as a hash: neither an address nor a person can be read from the table.</param>
/// <param name="Every">How long one try takes to be forgotten.</param>
/// <param name="AtOnce">How many may come together.</param>
internal sealed record Limit(byte[] Key, TimeSpan Every, int AtOnce)
{
    /// <summary>How far ahead of the clock the count may be for one more try to be let in.</summary>
    public TimeSpan Slack => Every * (AtOnce - 1);
}
