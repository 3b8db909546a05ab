namespace Journease.Contracts.Intake;

/// <summary>A clinician has closed a safety concern.</summary>
public sealed record SafetyConcernClosed : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary><c>high</c>, <c>moderate</c> or <c>low</c>.</summary>
    public required string Grade { get; init; }
}
