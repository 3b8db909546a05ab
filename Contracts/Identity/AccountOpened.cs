namespace Journease.Contracts.Identity;

/// <summary>Somebody has an account.</summary>
public sealed record AccountOpened : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }
}
