using Journease.Intake.Instruments;

namespace Journease.Intake.Scoring;

/// <summary>What the answer to an instrument's safety item says.</summary>
internal enum SafetySign
{
    None,
    Positive,

    /// <summary>Declined or left out. Never taken for "no".</summary>
    Skipped,
}

internal static class SafetySigns
{
    public static SafetySign In(Instrument instrument, IReadOnlyDictionary<int, int> values) => instrument.SafetyItem switch
    {
        null => SafetySign.None,
        { } item when !values.ContainsKey(item) => SafetySign.Skipped,
        { } item => values[item] > 0 ? SafetySign.Positive : SafetySign.None,
    };
}
