using Journease.Contracts.Intake;

namespace Journease.Scheduling.Tests.Integration;

/// <summary>What intake would say about one client.</summary>
public sealed class IntakeSays(Guid client)
{
    private readonly Guid clearance = Guid.CreateVersion7();
    private readonly Guid consent = Guid.CreateVersion7();
    private readonly Guid concern = Guid.CreateVersion7();

    public ClearanceGranted Cleared(int sessions = 6, DateTimeOffset? until = null, long version = 1) => new()
    {
        SubjectId = client,
        EventId = Guid.CreateVersion7(),
        AggregateId = clearance,
        AggregateVersion = version,
        OccurredAt = SchedulingHost.Monday,
        Scope = "ketamine",
        ExpiresAt = until ?? SchedulingHost.Monday.AddDays(90),
        MaximumSessions = sessions,
    };

    public ClearanceWithdrawn ClearanceWithdrawn() =>
        new() { SubjectId = client, EventId = Guid.CreateVersion7(), AggregateId = clearance, AggregateVersion = 2, OccurredAt = SchedulingHost.Monday, Scope = "ketamine" };

    public ConsentSigned ConsentSigned() =>
        new() { SubjectId = client, EventId = Guid.CreateVersion7(), AggregateId = consent, AggregateVersion = 1, OccurredAt = SchedulingHost.Monday, Kind = "treatment", DocumentVersion = 1 };

    public ConsentWithdrawn ConsentWithdrawn() =>
        new() { SubjectId = client, EventId = Guid.CreateVersion7(), AggregateId = consent, AggregateVersion = 2, OccurredAt = SchedulingHost.Monday, Kind = "treatment" };

    public SafetyConcernRaised ConcernRaised() =>
        new() { SubjectId = client, EventId = Guid.CreateVersion7(), AggregateId = concern, AggregateVersion = 1, OccurredAt = SchedulingHost.Monday, Grade = "high" };

    public SafetyConcernAcknowledged ConcernAcknowledged() =>
        new() { SubjectId = client, EventId = Guid.CreateVersion7(), AggregateId = concern, AggregateVersion = 2, OccurredAt = SchedulingHost.Monday, Grade = "high" };

    public SafetyConcernClosed ConcernClosed() =>
        new() { SubjectId = client, EventId = Guid.CreateVersion7(), AggregateId = concern, AggregateVersion = 3, OccurredAt = SchedulingHost.Monday, Grade = "high" };
}
