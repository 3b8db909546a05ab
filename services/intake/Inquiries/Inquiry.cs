using Journease.Contracts.Intake;
using Journease.Messaging;
using Journease.Sealing;

namespace Journease.Intake.Inquiries;

/// <summary>Somebody without an account has reached out, and a person of the practice answers.</summary>
internal sealed class Inquiry : Aggregate
{
    private Inquiry() { } // for EF Core

    /// <summary>What name to use; need not be a legal one.</summary>
    public Sealed Name { get; private init; } = null!;
    public Sealed Message { get; private init; } = null!;
    public ContactWay ContactWay { get; private init; }
    public Sealed Contact { get; private init; } = null!;

    /// <summary>Finds it by exactly this address or number.</summary>
    public byte[] ContactIndex { get; private init; } = null!;

    /// <summary>Finds it by any word of the name.</summary>
    public byte[][] NameIndex { get; private init; } = null!;

    /// <summary>Null where the person did not say: then nothing is left.</summary>
    public bool? SafeToLeaveMessage { get; private init; }
    public DateTimeOffset ReceivedAt { get; private init; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public Sealed? AnswerNote { get; private set; }

    public static Inquiry Receive(Guid id, SealedInquiry written, ContactWay way, bool? safeToLeaveMessage, DateTimeOffset now)
    {
        var inquiry = new Inquiry
        {
            Id = id,
            Name = written.Name,
            Message = written.Message,
            ContactWay = way,
            Contact = written.Contact,
            ContactIndex = written.ContactIndex,
            NameIndex = written.NameIndex,
            SafeToLeaveMessage = safeToLeaveMessage,
            ReceivedAt = now,
        };
        inquiry.Announce(new InquiryReceived { SubjectId = null });
        return inquiry;
    }

    /// <summary>Answering twice by the same coordinator changes nothing; a second coordinator learns that it is done.</summary>
    public void Answer(Guid coordinatorId, Sealed? note, DateTimeOffset now)
    {
        if (AnsweredAt is not null)
        {
            if (AnsweredBy == coordinatorId)
            {
                return;
            }
            throw InquiryProblems.AlreadyAnswered.Broken("Another coordinator has answered this inquiry; nothing is left to do.");
        }

        (AnsweredAt, AnsweredBy, AnswerNote) = (now, coordinatorId, note);
        Announce(new InquiryAnswered { SubjectId = null });
    }
}
