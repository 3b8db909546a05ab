namespace Journease.Contracts.Intake;

/// <summary>A client has signed a consent.</summary>
public sealed record ConsentSigned : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary>For example <c>treatment</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The version of the exact text that was signed.</summary>
    public required int DocumentVersion { get; init; }
}
