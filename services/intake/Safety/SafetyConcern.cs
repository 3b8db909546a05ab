using Journease.Contracts.Intake;
using Journease.Intake.Scoring;
using Journease.Messaging;
using Journease.Sealing;

namespace Journease.Intake.Safety;

internal enum ConcernState
{
    Open,
    Acknowledged,
    Closed,
}

/// <summary>An answer that asks for a clinician now. A clinician takes it on and closes it with a note; nothing else closes it.</summary>
internal sealed class SafetyConcern : Aggregate
{
    private SafetyConcern() { } // for EF Core

    public Guid ClientId { get; private init; }
    public Guid ResponseId { get; private init; }
    public SafetySign Sign { get; private init; }
    public ConcernGrade Grade { get; private init; }
    public ConcernState State { get; private set; }
    public DateTimeOffset RaisedAt { get; private init; }
    public DateTimeOffset AcknowledgeBy { get; private init; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }
    public Guid? AcknowledgedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public Guid? ClosedBy { get; private set; }
    public Sealed? ClosingNote { get; private set; }

    /// <summary>High until a C-SSRS has graded it: one item cannot tell how near the danger is (docs/decisions/0005).</summary>
    public static SafetyConcern Raise(Guid clientId, Guid responseId, SafetySign sign, TimeSpan takenOnWithin, DateTimeOffset now)
    {
        var concern = new SafetyConcern
        {
            ClientId = clientId,
            ResponseId = responseId,
            Sign = sign,
            Grade = ConcernGrade.High,
            RaisedAt = now,
            AcknowledgeBy = now + takenOnWithin,
        };
        concern.Announce(new SafetyConcernRaised { SubjectId = clientId, Grade = concern.Grade.Code() });
        return concern;
    }

    /// <summary>Taking on twice by the same clinician changes nothing.</summary>
    public void Acknowledge(Guid clinicianId, DateTimeOffset now)
    {
        switch (State)
        {
            case ConcernState.Acknowledged when AcknowledgedBy == clinicianId:
                return;
            case ConcernState.Acknowledged:
                throw ConcernProblems.AlreadyAcknowledged.Broken("Another clinician has taken it on; speak with them.");
            case ConcernState.Closed:
                throw ConcernProblems.AlreadyClosed.Broken("Nothing is left to take on.");
        }

        (State, AcknowledgedAt, AcknowledgedBy) = (ConcernState.Acknowledged, now, clinicianId);
        Announce(new SafetyConcernAcknowledged { SubjectId = ClientId, Grade = Grade.Code() });
    }

    /// <summary>Any clinician may close what has been taken on; the note says what was done.</summary>
    public void Close(Guid clinicianId, Sealed note, DateTimeOffset now)
    {
        switch (State)
        {
            case ConcernState.Open:
                throw ConcernProblems.NotAcknowledged.Broken("Take it on first, then close it with what was done.");
            case ConcernState.Closed:
                throw ConcernProblems.AlreadyClosed.Broken("Its note stays as it was written.");
        }

        (State, ClosedAt, ClosedBy, ClosingNote) = (ConcernState.Closed, now, clinicianId, note);
        Announce(new SafetyConcernClosed { SubjectId = ClientId, Grade = Grade.Code() });
    }
}
