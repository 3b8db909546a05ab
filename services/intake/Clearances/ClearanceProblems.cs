using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Clearances;

internal static class ClearanceProblems
{
    public static readonly ProblemType NotEvaluatedInPerson = new("in-person-evaluation-missing", 409, "Clearing needs an evaluation in person.");
    public static readonly ProblemType PrescriptionMonitoringNotChecked =
        new("prescription-monitoring-missing", 409, "Clearing needs a look at the prescription monitoring programme.");
    public static readonly ProblemType ScopeUnknown = new("clearance-scope-unknown", 409, "This cannot be cleared.");
    public static readonly ProblemType AlreadyInForce = new("clearance-already-in-force", 409, "This person has a clearance in force.");
}
