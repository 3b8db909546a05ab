using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Reviews;

internal static class ReviewProblems
{
    public static readonly ProblemType AlreadyDecided = new("review-already-decided", 409, "This review has already been decided.");
    public static readonly ProblemType Changed = new("review-changed", 409, "This review has changed since you read it.");
    public static readonly ProblemType OwnReview = new("review-of-oneself", 403, "Nobody decides about themselves.");
}
