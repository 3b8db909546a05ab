using Journease.Contracts;
using Journease.Messaging;

namespace Journease.Notifications.Paging;

/// <summary>A call for whoever is on call, because a safety concern was raised or has waited too long. It asks nobody's preferences.</summary>
internal sealed class SafetyPage : Aggregate
{
    private SafetyPage() { } // for EF Core

    public Guid ConcernId { get; private init; }

    /// <summary>The version of the concern when it happened; with it, the fact that is told once.</summary>
    public long FactVersion { get; private init; }

    public PageReason Reason { get; private init; }

    public DateTimeOffset OccurredAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>The accounts that are called; empty where nobody was on call.</summary>
    public List<Guid> OnCallIds { get; private init; } = [];

    public static SafetyPage For(IEvent fact, PageReason reason, IReadOnlyList<OnCall> rota, DateTimeOffset now) => new()
    {
        ConcernId = fact.AggregateId,
        FactVersion = fact.AggregateVersion,
        Reason = reason,
        OccurredAt = fact.OccurredAt,
        RecordedAt = now,
        OnCallIds =
        [
            .. rota.Select(onCall => onCall.AccountId)
                .Concat(reason is PageReason.Escalated ? rota.Select(onCall => onCall.BackupId).OfType<Guid>() : [])
                .Distinct(),
        ],
    };
}

/// <summary>Why somebody is called.</summary>
internal enum PageReason
{
    /// <summary>A concern was raised: whoever is on call is called.</summary>
    Raised,

    /// <summary>Nobody took it on in time: the back-up is called besides.</summary>
    Escalated,
}
