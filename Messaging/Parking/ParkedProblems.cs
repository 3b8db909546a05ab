using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Messaging.Parking;

internal static class ParkedProblems
{
    public static readonly ProblemType SecondPersonNeeded = new("second-person-needed", 409, "Somebody else has to confirm this.");

    private const int LongestReason = 500;

    /// <summary>Null when the reason will do.</summary>
    public static ValidationProblem? WithReason(string reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason
        ? TypedResults.ValidationProblem(
            new Dictionary<string, string[]> { ["reason"] = [$"Say why, in 1 to {LongestReason} characters."] }, type: CommonProblems.Invalid.Uri, title: CommonProblems.Invalid.Title)
        : null;
}
