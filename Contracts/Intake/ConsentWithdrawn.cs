namespace Journease.Contracts.Intake;

/// <summary>A client has withdrawn a consent.</summary>
public sealed record ConsentWithdrawn : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary>For example <c>treatment</c>.</summary>
    public required string Kind { get; init; }
}
