using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Scheduling.Gates;

internal static class GateProblems
{
    public static readonly ProblemType NotCleared = new("dosing-not-cleared", 409, "This session is not possible yet.");

    /// <summary>Names every condition that is missing, with what can be done about it.</summary>
    public static ProblemHttpResult Because(IReadOnlyList<GateCondition> missing) => NotCleared.Because(
        "Some things come first; each is listed with what you can do about it.",
        new Dictionary<string, object?> { ["missing"] = missing.InWords() });
}
