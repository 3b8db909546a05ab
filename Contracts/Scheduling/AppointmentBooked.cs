namespace Journease.Contracts.Scheduling;

/// <summary>An appointment has a time, people and a room.</summary>
public sealed record AppointmentBooked : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary>The code of the session type, for example <c>preparation</c>.</summary>
    public required string SessionType { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset EndsAt { get; init; }
}
