using Journease.ServiceDefaults.Errors;

namespace Journease.Scheduling.WorkingTimes;

internal static class WorkingTimeProblems
{
    public static readonly ProblemType Impossible = new("impossible-days", 400, "These days or hours are not possible.");
    public static readonly ProblemType ImpossibleRule = new("impossible-rule", 400, "This recurrence rule cannot be used.");
}
