using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Responses;

internal static class ResponseProblems
{
    public static readonly ProblemType ItemUnknown = new("item-unknown", 400, "There is an answer to a question that was not asked.");
    public static readonly ProblemType AnswerOutOfRange = new("answer-out-of-range", 400, "There is an answer that cannot be chosen.");
    public static readonly ProblemType OtherInstrument = new("response-instrument-differs", 409, "This response belongs to another questionnaire.");
    public static readonly ProblemType AlreadySubmitted = new("response-already-submitted", 409, "This has been submitted and stays as it is.");
}
