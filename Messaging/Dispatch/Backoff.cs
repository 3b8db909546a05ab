namespace Journease.Messaging.Dispatch;

/// <summary>Waits that double and are spread, so that replicas do not come back all at once.</summary>
internal static class Backoff
{
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest)
    {
        var full = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(failures, 20)));
        return TimeSpan.FromMilliseconds(full * (0.5 + (0.5 * Random.Shared.NextDouble())));
    }
}
