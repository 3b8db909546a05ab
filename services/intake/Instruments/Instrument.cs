using Journease.Intake.Scoring;

namespace Journease.Intake.Instruments;

/// <summary>One version of a questionnaire: numbered items, the answers they allow, and how it is scored.</summary>
internal sealed record Instrument(
    string Code,
    int Version,
    string Title,
    string About,
    string Window,
    Coding Panel,
    Coding Total,
    bool ExactWordingLoaded,
    string Licence,
    int? SafetyItem,
    IReadOnlyList<AnswerOption> Options,
    IReadOnlyList<Item> Items,
    ScoringRule Scoring)
{
    public bool Knows(int item) => Items.Any(known => known.Number == item);

    public bool Allows(int value) => Options.Any(option => option.Value == value);
}

/// <summary>A code and the system that defines it.</summary>
internal sealed record Coding(string System, string Code);

/// <summary>An answer that can be chosen, in the project's own words.</summary>
internal sealed record AnswerOption(int Value, string Label, Coding Code);

/// <summary>What one item is about, in the project's own words; the exact wording is imported.</summary>
internal sealed record Item(int Number, string Short, Coding Code);
