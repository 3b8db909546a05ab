namespace Journease.Contracts.Intake;

/// <summary>Somebody reached out; a coordinator should answer.</summary>
public sealed record InquiryReceived : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }
}
