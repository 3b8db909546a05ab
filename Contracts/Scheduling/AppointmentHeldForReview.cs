namespace Journease.Contracts.Scheduling;

/// <summary>A booked dosing appointment waits for a prescriber.</summary>
public sealed record AppointmentHeldForReview : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }
}
