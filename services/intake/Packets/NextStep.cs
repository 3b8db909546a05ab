namespace Journease.Intake.Packets;

/// <summary>What comes next, who does it and how long it takes, in plain words.</summary>
internal sealed record NextStep(string What, string Who, string When)
{
    public static NextStep After(PacketState state, IntakeOptions options) => state switch
    {
        PacketState.NotStarted => new("Answer the questionnaires. You can stop at any time and go on later.", "You", "About 20 minutes, in as many pieces as you like"),
        PacketState.InProgress => new("Go on with the questionnaires where you stopped.", "You", "Whenever you like"),
        PacketState.ReadyToSubmit => new("Look over your answers and send them.", "You", "Whenever you like; nobody but you can send them"),
        PacketState.InReview => new("Your answers are being read.", options.ReviewedBy, options.ReviewedWhen),
        PacketState.Decided => new("The prescriber speaks with you about what comes next.", options.ReviewedBy, "At your next contact with the practice"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
