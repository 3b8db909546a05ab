namespace Journease.Contracts.Identity;

/// <summary>What an account may do has changed, or it may do nothing any more: tokens issued until then are no longer good.</summary>
public sealed record AccountAccessChanged : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The account.</summary>
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary>Tokens issued at this time or before are refused.</summary>
    public required DateTimeOffset NotBefore { get; init; }
}
