namespace Journease.Contracts.Scheduling;

/// <summary>A held appointment may take place after all.</summary>
public sealed record AppointmentReleased : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }
}
