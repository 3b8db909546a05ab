namespace Journease.Contracts.Intake;

/// <summary>The clinicians who care for a client have changed.</summary>
public sealed record CareTeamChanged : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary>The accounts of everybody who is on the team now.</summary>
    public required IReadOnlyList<Guid> AccountIds { get; init; }
}
