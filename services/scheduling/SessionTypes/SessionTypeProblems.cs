using Journease.ServiceDefaults.Errors;

namespace Journease.Scheduling.SessionTypes;

internal static class SessionTypeProblems
{
    public static readonly ProblemType Unknown = new("unknown-session-type", 400, "There is no such session type.");
    public static readonly ProblemType InformationOnly = new("mdma-information-only", 409, "MDMA therapy cannot be booked here.");
}
