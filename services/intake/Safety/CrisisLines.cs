namespace Journease.Intake.Safety;

/// <summary>A number that is answered day and night.</summary>
internal sealed record CrisisLine(string Number, string Name, string How, string When);

/// <summary>What is shown to the person on the same screen, every time it could matter.</summary>
internal static class CrisisLines
{
    public static readonly IReadOnlyList<CrisisLine> All =
    [
        new("988", "Suicide and Crisis Lifeline", "Call or text 988, or chat at 988lifeline.org. Veterans press 1, Spanish press 2.", "Day and night, free"),
        new("911", "Emergency services", "Call 911 if you or somebody else is in danger right now.", "Day and night"),
    ];
}
