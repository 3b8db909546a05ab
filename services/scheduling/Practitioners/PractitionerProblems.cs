using Journease.ServiceDefaults.Errors;

namespace Journease.Scheduling.Practitioners;

internal static class PractitionerProblems
{
    public static readonly ProblemType UnknownRole = new("unknown-role", 400, "Nobody holds sessions in that role.");
    public static readonly ProblemType ImpossibleHours = new("impossible-working-hours", 400, "These working hours are not possible.");
    public static readonly ProblemType ImpossibleLimits = new("impossible-limits", 400, "These limits are not possible.");
    public static readonly ProblemType UnknownQualification = new("unknown-qualification", 400, "This is not a qualification.");
    public static readonly ProblemType AlreadyThere = new("practitioner-exists", 409, "This account is a practitioner already.");
}
