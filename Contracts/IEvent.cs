namespace Journease.Contracts;

/// <summary>
/// Something that happened and is known to other services. Ids and the codes consumers must act on; never names, free
/// text, answers, scores or reasons. Everything but <see cref="SubjectId"/> is stamped when the change is saved.
/// </summary>
public interface IEvent
{
    /// <summary>Unique for ever; also the message id.</summary>
    Guid EventId { get; }

    /// <summary>UTC.</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>The account it is about; in circle space the membership; null where there is no account yet.</summary>
    Guid? SubjectId { get; }

    /// <summary>The aggregate that changed; events of one aggregate arrive in order.</summary>
    Guid AggregateId { get; }

    /// <summary>The aggregate's version after the change; a consumer ignores what is older than it knows.</summary>
    long AggregateVersion { get; }

    /// <summary>The same for everything that one request set in motion.</summary>
    Guid CorrelationId { get; }
}
