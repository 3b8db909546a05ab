using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.CommunityGroups.Circles;

internal static class CircleProblems
{
    public static readonly ProblemType TopicUnknown = new("circle-topic-unknown", 400, "That topic does not exist.");
    public static readonly ProblemType TextUnreadable = new("circle-text-unreadable", 400, "This text cannot be shown.");

    /// <summary>The one answer to everybody who may not see something, whether it exists or not.</summary>
    public static ProblemHttpResult NothingHere() => CommonProblems.NotFound.Because("Look at the list of circles and try again from there.");
}
