using Journease.ServiceDefaults.Errors;

namespace Journease.Scheduling.SessionTypes;

internal static class SessionTypeProblems
{
    public static readonly ProblemType Unknown = new("unknown-session-type", 400, "There is no such session type.");
    public static readonly ProblemType InformationOnly = new("mdma-information-only", 409, "MDMA therapy cannot be booked here.");
    public static readonly ProblemType Impossible = new("impossible-session-type", 400, "This session type is not possible.");
    public static readonly ProblemType DosingInPerson = new("dosing-in-person", 409, "Ketamine sessions take place in person.");
    public static readonly ProblemType AlreadyThere = new("session-type-exists", 409, "There is a session type with this code already.");
}
