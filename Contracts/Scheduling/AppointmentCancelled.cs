namespace Journease.Contracts.Scheduling;

/// <summary>An appointment will not take place.</summary>
public sealed record AppointmentCancelled : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }
}
