namespace Journease.Contracts.Identity;

/// <summary>An account is closed for good: every service forgets what the law lets it forget.</summary>
public sealed record AccountClosed : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The account.</summary>
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }
}
