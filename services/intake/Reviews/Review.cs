using Journease.Contracts.Intake;
using Journease.Intake.Scoring;
using Journease.Messaging;
using Journease.Sealing;

namespace Journease.Intake.Reviews;

/// <summary>What a prescriber can decide. Enough to clear, or one of three ways not to.</summary>
internal enum Decision
{
    Clear,
    NotNow,
    NeedsMore,
    Refer,
}

/// <summary>A submitted packet that waits for, or has had, a prescriber's decision. Decided once, by one prescriber.</summary>
internal sealed class Review : Aggregate
{
    private Review() { } // for EF Core

    public Guid ClientId { get; private init; }

    /// <summary>The responses that were submitted together.</summary>
    public List<Guid> ResponseIds { get; private init; } = [];
    public DateTimeOffset SubmittedAt { get; private init; }

    /// <summary>Orders the queue; the highest that its scores and concerns ask for.</summary>
    public ActionCode Risk { get; private set; }
    public Decision? Decision { get; private set; }
    public Sealed? Reasons { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }

    public static Review Open(Guid clientId, IEnumerable<Guid> responseIds, ActionCode risk, DateTimeOffset now)
    {
        var review = new Review { ClientId = clientId, ResponseIds = [.. responseIds], Risk = risk, SubmittedAt = now };
        review.Announce(new IntakeSubmitted { SubjectId = clientId });
        return review;
    }

    /// <summary>A new concern moves an open review up, and makes sure that nobody decides without having seen it.</summary>
    public void RaiseRisk(ActionCode risk) => Risk = risk > Risk ? risk : Risk;

    public void Decide(Decision decision, Sealed reasons, Guid prescriberId, long readVersion, DateTimeOffset now)
    {
        if (DecidedAt is not null)
        {
            throw ReviewProblems.AlreadyDecided.Broken("Read the review to see what was decided, and by whom.");
        }
        if (prescriberId == ClientId)
        {
            throw ReviewProblems.OwnReview.Broken("Another prescriber has to decide it.");
        }
        if (readVersion != Version)
        {
            throw ReviewProblems.Changed.Broken("Read it again, then decide on what you see.", "version");
        }

        (Decision, Reasons, DecidedBy, DecidedAt) = (decision, reasons, prescriberId, now);
    }
}
