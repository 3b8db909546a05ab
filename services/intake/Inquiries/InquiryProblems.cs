using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Inquiries;

internal static class InquiryProblems
{
    public static readonly ProblemType AlreadyAnswered = new("inquiry-already-answered", 409, "This inquiry has already been answered.");
}
