namespace Journease.Intake.Safety;

/// <summary>What a person reads before and after a question about safety: help now, what is kept, who reads it, when.</summary>
internal sealed record SafetyNotice(string Message, string ReadBy, string ReadWhen, IReadOnlyList<CrisisLine> CrisisLines)
{
    public static SafetyNotice Before(IntakeOptions options) => new(
        "The next question is about your safety. If thoughts of dying or of hurting yourself are there, a clinician looks at it and contacts you; "
        + "your answer alone decides nothing about your care.",
        options.SafetyAnswersReadBy, options.SafetyAnswersReadWhen, Safety.CrisisLines.All);

    public static SafetyNotice After(IntakeOptions options) => new(
        "Thank you for telling us. What you answered is kept, and a clinician has been asked to look at it. You do not have to wait for us: "
        + "help is there now.",
        options.SafetyAnswersReadBy, options.SafetyAnswersReadWhen, Safety.CrisisLines.All);
}
