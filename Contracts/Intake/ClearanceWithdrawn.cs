namespace Journease.Contracts.Intake;

/// <summary>A prescriber has withdrawn a clearance.</summary>
public sealed record ClearanceWithdrawn : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary>What was cleared: <c>ketamine</c>.</summary>
    public required string Scope { get; init; }
}
