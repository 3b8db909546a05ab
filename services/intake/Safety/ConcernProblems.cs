using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Safety;

internal static class ConcernProblems
{
    public static readonly ProblemType AlreadyAcknowledged = new("concern-already-acknowledged", 409, "Somebody has already taken this concern on.");
    public static readonly ProblemType NotAcknowledged = new("concern-not-acknowledged", 409, "Nobody has taken this concern on yet.");
    public static readonly ProblemType AlreadyClosed = new("concern-already-closed", 409, "This concern is closed.");
}
