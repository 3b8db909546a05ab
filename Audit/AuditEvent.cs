namespace Journease.Audit;

/// <summary>Somebody did, saw or was refused something that concerns a person. Ids, codes and times; never what was in it.</summary>
public sealed record AuditEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>By the database's clock; set when it is written.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The account, or the name of the service, that asked; null for nobody signed in.</summary>
    public string? Actor { get; init; }

    /// <summary>The roles it held, apart by blanks.</summary>
    public string Roles { get; init; } = "";

    /// <summary>The application it asked through.</summary>
    public string? Client { get; init; }

    /// <summary>The name of the act, as in the API description.</summary>
    public required string Act { get; init; }

    public required AuditKind Kind { get; init; }

    /// <summary>The person whose data it was; in circle space the membership. Null where it was nobody's in particular.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What it was done to, when the address named it.</summary>
    public Guid? ObjectId { get; init; }

    /// <summary>The id of the emergency access under which it was done, where that was the reason.</summary>
    public Guid? ReasonId { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public required int Outcome { get; init; }

    /// <summary>The code of the problem that was answered; null where there was none.</summary>
    public string? Problem { get; init; }

    /// <summary>The request, as in logs and problem documents.</summary>
    public required string TraceId { get; init; }
}
