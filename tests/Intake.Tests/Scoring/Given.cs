using Journease.Intake.Instruments;
using Journease.Intake.Scoring;

namespace Journease.Intake.Tests.Scoring;

/// <summary>Answers as tests write them: one character per item, a dash where there is none.</summary>
internal static class Given
{
    public static readonly Instrument Phq9 = new InstrumentCatalogue().Current("phq-9")!;
    public static readonly Instrument Pcl5 = new InstrumentCatalogue().Current("pcl-5")!;

    public static Score Score(Instrument instrument, string answers) => Scorer.Score(instrument, Values(answers));

    public static Dictionary<int, int> Values(string answers) => answers
        .Select((answer, index) => (answer, item: index + 1))
        .Where(pair => pair.answer != '-')
        .ToDictionary(pair => pair.item, pair => pair.answer - '0');
}
