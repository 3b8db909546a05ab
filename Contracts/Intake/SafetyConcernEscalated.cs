namespace Journease.Contracts.Intake;

/// <summary>Nobody has taken a safety concern on in time.</summary>
public sealed record SafetyConcernEscalated : IEvent
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
