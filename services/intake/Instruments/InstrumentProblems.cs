using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Instruments;

internal static class InstrumentProblems
{
    public static readonly ProblemType Unknown = new("instrument-unknown", 404, "There is no such questionnaire.");
    public static readonly ProblemType VersionWrong = new("instrument-version-wrong", 409, "This is not the current version of the questionnaire.");
    public static readonly ProblemType WordingNotLoaded = new("instrument-wording-not-loaded", 409, "This questionnaire is not ready to be answered yet.");
}
