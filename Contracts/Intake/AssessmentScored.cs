namespace Journease.Contracts.Intake;

/// <summary>A completed questionnaire was scored.</summary>
public sealed record AssessmentScored : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary>The response that was scored.</summary>
    public required Guid ResponseId { get; init; }

    /// <summary>The instrument, for example <c>phq-9</c>.</summary>
    public required string Instrument { get; init; }

    /// <summary>What consumers must act on: <c>none</c>, <c>review</c> or <c>urgent</c>.</summary>
    public required string ActionCode { get; init; }
}
