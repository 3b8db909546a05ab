namespace Journease.Contracts.CommunityGroups;

/// <summary>Somebody asks to join a circle. The subject is the membership.</summary>
public sealed record MembershipRequested : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary>The circle.</summary>
    public required Guid CircleId { get; init; }
}
