namespace Journease.Notifications.Messages;

/// <summary>A message as the person sees it.</summary>
/// <param name="Text">Says that there is something to see, and where; never what.</param>
/// <param name="AppointmentId">The appointment to look at.</param>
internal sealed record MessageView(Guid MessageId, string Text, Guid AppointmentId, DateTimeOffset RecordedAt, DateTimeOffset? ReadAt)
{
    public static MessageView For(Message message) =>
        new(message.Id, Words(message.Kind), message.AppointmentId, message.RecordedAt, message.ReadAt);

    // Neutral on purpose: somebody else may be looking at the screen.
    private static string Words(MessageKind kind) => kind switch
    {
        MessageKind.AppointmentBooked => "You have a new appointment. Sign in to see it.",
        MessageKind.AppointmentCancelled => "An appointment was cancelled. Sign in to see which one.",
        MessageKind.AppointmentHeld => "One of your appointments has changed. Sign in to see it.",
        _ => "You have a message. Sign in to see it.",
    };
}
