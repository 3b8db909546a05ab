namespace Journease.Contracts.Intake;

/// <summary>A client has completed and submitted the intake packet.</summary>
public sealed record IntakeSubmitted : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }
}
