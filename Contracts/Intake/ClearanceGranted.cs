namespace Journease.Contracts.Intake;

/// <summary>A prescriber has cleared a client for dosing.</summary>
public sealed record ClearanceGranted : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary>What is cleared: <c>ketamine</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>UTC; from this instant on the clearance covers nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How many dosing sessions it covers.</summary>
    public required int MaximumSessions { get; init; }
}
