using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.EmergencyAccesses;

internal static class EmergencyAccessProblems
{
    public static readonly ProblemType ToOneself = new("emergency-access-to-oneself", 403, "Nobody opens emergency access to their own record.");
    public static readonly ProblemType NotNeeded = new("emergency-access-not-needed", 409, "You can read this record already.");
}
