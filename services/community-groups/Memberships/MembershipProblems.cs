using Journease.ServiceDefaults.Errors;

namespace Journease.CommunityGroups.Memberships;

internal static class MembershipProblems
{
    public static readonly ProblemType PseudonymUnusable = new("pseudonym-unusable", 400, "This name cannot be used in a circle.");
    public static readonly ProblemType PseudonymTaken = new("pseudonym-taken", 409, "Somebody in this circle has that name, or one that looks the same.");
    public static readonly ProblemType PseudonymKept = new("pseudonym-kept", 409, "The circle knows you by another name.");
    public static readonly ProblemType AlreadyThere = new("membership-exists", 409, "You have already asked, or are already in this circle.");
    public static readonly ProblemType OwnCircle = new("membership-own-circle", 409, "You look after this circle.");
    public static readonly ProblemType CircleFull = new("circle-full", 409, "Every place in this circle is taken.");
    public static readonly ProblemType NotWaiting = new("membership-not-waiting", 409, "This request is no longer waiting for an answer.");
}
