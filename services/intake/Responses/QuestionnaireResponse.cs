using System.Text.Json;
using Journease.Contracts.Intake;
using Journease.Intake.Instruments;
using Journease.Intake.Scoring;
using Journease.Messaging;

namespace Journease.Intake.Responses;

/// <summary>A client's answers to one version of one questionnaire: saved as they are given, fixed once submitted.</summary>
internal sealed class QuestionnaireResponse : Aggregate
{
    private QuestionnaireResponse() { } // for EF Core

    public Guid ClientId { get; private init; }
    public string Instrument { get; private init; } = null!;
    public int InstrumentVersion { get; private init; }

    /// <summary>Health information, in one value.</summary>
    public byte[] Answers { get; private set; } = null!;
    public int AnsweredCount { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Health information, in one value; empty until submitted.</summary>
    public byte[]? Score { get; private set; }
    public int? ScoringVersion { get; private set; }
    public ActionCode? Action { get; private set; }

    public bool IsSubmitted => SubmittedAt is not null;

    public static QuestionnaireResponse Start(Guid id, Guid clientId, Instrument instrument, DateTimeOffset now) => new()
    {
        Id = id,
        ClientId = clientId,
        Instrument = instrument.Code,
        InstrumentVersion = instrument.Version,
        Answers = [],
        SavedAt = now,
    };

    /// <summary>Keeps all answers as given. Saving the same again is harmless, also after submission.</summary>
    /// <returns>True when the answer to the safety item is another one than before.</returns>
    public bool Save(Instrument instrument, AnswerSheet sheet, DateTimeOffset now)
    {
        if (instrument.Code != Instrument || instrument.Version != InstrumentVersion)
        {
            throw ResponseProblems.OtherInstrument.Broken("Give the answers to another questionnaire under a new response id.", "instrument");
        }
        var bytes = sheet.ToBytes();
        if (Answers.AsSpan().SequenceEqual(bytes))
        {
            return false;
        }
        if (IsSubmitted)
        {
            throw ResponseProblems.AlreadySubmitted.Broken("Tell the practice what you would answer differently, or answer again when you are asked next.");
        }

        var before = Answers.Length == 0 || instrument.SafetyItem is not { } item ? null : Sheet()[item];
        (Answers, AnsweredCount, SavedAt) = (bytes, sheet.Count, now);
        return instrument.SafetyItem is { } safetyItem && before != sheet[safetyItem];
    }

    /// <summary>From here on the answers stay as they are, with the score they were given.</summary>
    public void Submit(Score score, DateTimeOffset now)
    {
        if (IsSubmitted)
        {
            throw ResponseProblems.AlreadySubmitted.Broken("It is with the practice.");
        }

        (SubmittedAt, Score, ScoringVersion, Action) = (now, JsonSerializer.SerializeToUtf8Bytes(score), score.RuleVersion, score.Action);
        Announce(new AssessmentScored
        {
            SubjectId = ClientId,
            ResponseId = Id,
            Instrument = Instrument,
            ActionCode = score.Action.Code(),
        });
    }

    public AnswerSheet Sheet() => AnswerSheet.FromBytes(Answers);

    public Score? ReadScore() => Score is null ? null : JsonSerializer.Deserialize<Score>(Score);
}
