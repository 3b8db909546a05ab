namespace Journease.Notifications.Messages;

/// <summary>A message as the person sees it.</summary>
/// <param name="Text">Says that there is something to see, and where; never what.</param>
/// <param name="AppointmentId">The appointment to look at, where it is about one.</param>
/// <param name="EmergencyAccessId">The emergency access to look at, where it is about one; for administrators.</param>
/// <param name="ConcernId">The safety concern to look at, where it is about one; for whoever is on call.</param>
internal sealed record MessageView(
    Guid MessageId, string Text, Guid? AppointmentId, Guid? EmergencyAccessId, DateTimeOffset RecordedAt, DateTimeOffset? ReadAt,
    Guid? ConcernId = null)
{
    public static MessageView For(Message message)
    {
        var view = new MessageView(message.Id, Words(message.Kind), null, null, message.RecordedAt, message.ReadAt);
        return message.Kind switch
        {
            MessageKind.EmergencyAccessOpened => view with { EmergencyAccessId = message.AboutId },
            MessageKind.SafetyPage => view with { ConcernId = message.AboutId },
            _ => view with { AppointmentId = message.AboutId },
        };
    }

    // Neutral on purpose: somebody else may be looking at the screen.
    private static string Words(MessageKind kind) => kind switch
    {
        MessageKind.AppointmentBooked => "You have a new appointment. Sign in to see it.",
        MessageKind.AppointmentMoved => "An appointment has another time. Sign in to see it.",
        MessageKind.AppointmentCancelled => "An appointment was cancelled. Sign in to see which one.",
        MessageKind.AppointmentHeld or MessageKind.AppointmentReleased => "One of your appointments has changed. Sign in to see it.",
        _ when kind.IsReminder() => "You have an appointment soon. Sign in to see it.",
        MessageKind.SafetyPage => "You are on call, and are needed now. Sign in and look at the safety concerns.",
        MessageKind.EmergencyAccessOpened => "A record was opened with emergency access. Sign in to look at the reason.",
        _ => "You have a message. Sign in to see it.",
    };
}
