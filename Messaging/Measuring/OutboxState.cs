namespace Journease.Messaging.Measuring;

/// <summary>How much waits to be sent, for how long the oldest, and how much waits for an operator.</summary>
internal sealed record OutboxState(long Depth, TimeSpan Oldest, long Parked);
