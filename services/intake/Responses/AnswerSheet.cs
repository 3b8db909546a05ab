using System.Globalization;
using System.Text.Json;
using Journease.Intake.Instruments;

namespace Journease.Intake.Responses;

/// <summary>The answers of one response by item number. Sealed as one value.</summary>
internal sealed class AnswerSheet
{
    private readonly SortedDictionary<int, Answer> answers;

    private AnswerSheet(SortedDictionary<int, Answer> answers) => this.answers = answers;

    /// <summary>No answers.</summary>
    public static AnswerSheet Empty { get; } = new([]);

    public int Count => answers.Count;

    /// <summary>The answers that are numbers.</summary>
    public IReadOnlyDictionary<int, int> Values =>
        answers.Where(pair => pair.Value.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value.Value!.Value);

    public Answer? this[int item] => answers.TryGetValue(item, out var answer) ? answer : null;

    /// <summary>Refuses answers to questions that were not asked, and values that cannot be chosen.</summary>
    public static AnswerSheet For(Instrument instrument, IReadOnlyDictionary<string, Answer> given)
    {
        var answers = new SortedDictionary<int, Answer>();
        foreach (var (key, answer) in given)
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var item)
                || key != item.ToString(CultureInfo.InvariantCulture) || !instrument.Knows(item))
            {
                throw ResponseProblems.ItemUnknown.Broken(
                    $"This questionnaire has the items 1 to {instrument.Items.Count}; give each answer under its number.", "answers");
            }
            if (answer.Value is { } value && !instrument.Allows(value))
            {
                throw ResponseProblems.AnswerOutOfRange.Broken(
                    $"Choose {instrument.Options.Min(option => option.Value)} to {instrument.Options.Max(option => option.Value)}, or declined.",
                    $"answers.{item}");
            }
            answers[item] = answer;
        }
        return new AnswerSheet(answers);
    }

    /// <summary>
    /// Items that still need an answer or a "declined". A safety item left out is not one of them: nobody is made to
    /// answer it, and leaving it out is a sign of its own.
    /// </summary>
    public IReadOnlyList<int> OpenItems(Instrument instrument) => instrument.Items
        .Select(item => item.Number)
        .Where(item => item != instrument.SafetyItem && !answers.ContainsKey(item))
        .ToList();

    public bool IsSameAs(AnswerSheet other) => answers.SequenceEqual(other.answers);

    /// <summary>Whether the answer to the safety item is another one than in the sheet before.</summary>
    public bool SafetyAnswerDiffers(Instrument instrument, AnswerSheet? before) =>
        instrument.SafetyItem is { } item && before?[item] != this[item];

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(answers);

    public static AnswerSheet FromBytes(byte[] bytes) => new(JsonSerializer.Deserialize<SortedDictionary<int, Answer>>(bytes)!);

    public Dictionary<string, Answer> ToDictionary() =>
        answers.ToDictionary(pair => pair.Key.ToString(CultureInfo.InvariantCulture), pair => pair.Value);
}
