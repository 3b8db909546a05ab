using Journease.Contracts.Intake;
using Journease.Intake.Instruments;
using Journease.Intake.Scoring;
using Journease.Messaging;
using Journease.Sealing;

namespace Journease.Intake.Responses;

/// <summary>A client's answers to one version of one questionnaire: saved as they are given, fixed once submitted.</summary>
internal sealed class QuestionnaireResponse : Aggregate
{
    private QuestionnaireResponse() { } // for EF Core

    public Guid ClientId { get; private init; }
    public string Instrument { get; private init; } = null!;
    public int InstrumentVersion { get; private init; }

    /// <summary>All answers in one value; empty until the first are saved.</summary>
    public Sealed? Answers { get; private set; }
    public int AnsweredCount { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The whole score in one value; empty until submitted.</summary>
    public Sealed? Score { get; private set; }
    public int? ScoringVersion { get; private set; }
    public ActionCode? Action { get; private set; }

    public bool IsSubmitted => SubmittedAt is not null;

    public static QuestionnaireResponse Start(Guid id, Guid clientId, Instrument instrument, DateTimeOffset now) => new()
    {
        Id = id,
        ClientId = clientId,
        Instrument = instrument.Code,
        InstrumentVersion = instrument.Version,
        SavedAt = now,
    };

    /// <summary>
    /// Whether these answers are to be saved: not when they are kept already, so that saving the same again is harmless, also
    /// after submission.
    /// </summary>
    /// <param name="instrument">What is answered.</param>
    /// <param name="kept">The answers as they are; null where there are none yet.</param>
    /// <param name="sheet">The answers as they are given now.</param>
    public bool Accepts(Instrument instrument, AnswerSheet? kept, AnswerSheet sheet)
    {
        if (instrument.Code != Instrument || instrument.Version != InstrumentVersion)
        {
            throw ResponseProblems.OtherInstrument.Broken("Give the answers to another questionnaire under a new response id.", "instrument");
        }
        if (kept is not null && kept.IsSameAs(sheet))
        {
            return false;
        }
        return IsSubmitted
            ? throw ResponseProblems.AlreadySubmitted.Broken("Tell the practice what you would answer differently, or answer again when you are asked next.")
            : true;
    }

    /// <summary>Keeps all answers as given.</summary>
    public void Save(Sealed answers, int count, DateTimeOffset now) => (Answers, AnsweredCount, SavedAt) = (answers, count, now);

    /// <summary>From here on the answers stay as they are, with the score they were given.</summary>
    public void Submit(Score score, Sealed sealedScore, DateTimeOffset now)
    {
        if (IsSubmitted)
        {
            throw ResponseProblems.AlreadySubmitted.Broken("It is with the practice.");
        }

        (SubmittedAt, Score, ScoringVersion, Action) = (now, sealedScore, score.RuleVersion, score.Action);
        Announce(new AssessmentScored
        {
            SubjectId = ClientId,
            ResponseId = Id,
            Instrument = Instrument,
            ActionCode = score.Action.Code(),
        });
    }
}
