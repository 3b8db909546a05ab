namespace Journease.Contracts.Intake;

/// <summary>A clinician who is not on a client's care team has opened the client's record in an emergency.</summary>
public sealed record EmergencyAccessOpened : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary>The clinician.</summary>
    public required Guid AccountId { get; init; }
}
