namespace Journease.Contracts.Intake;

/// <summary>A coordinator answered an inquiry.</summary>
public sealed record InquiryAnswered : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }
}
