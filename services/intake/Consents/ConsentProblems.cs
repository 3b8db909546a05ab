using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Consents;

internal static class ConsentProblems
{
    public static readonly ProblemType KindUnknown = new("consent-kind-unknown", 404, "There is no such consent.");
    public static readonly ProblemType VersionWrong = new("consent-version-wrong", 409, "This is not the current version of the text.");
    public static readonly ProblemType TextDiffers = new("consent-text-differs", 409, "The text that was shown is not the text to be signed.");
    public static readonly ProblemType AlreadyInForce = new("consent-already-in-force", 409, "You have signed this already.");
}
