namespace Journease.Notifications.Messages;

/// <summary>What a message tells. Never shown or sent: even the kind of an appointment can tell a stranger too much.</summary>
internal enum MessageKind
{
    /// <summary>There is an appointment.</summary>
    AppointmentBooked,

    /// <summary>An appointment takes place at another time.</summary>
    AppointmentMoved,

    /// <summary>An appointment will not take place.</summary>
    AppointmentCancelled,

    /// <summary>An appointment waits for somebody's decision.</summary>
    AppointmentHeld,

    /// <summary>An appointment that waited may take place.</summary>
    AppointmentReleased,

    /// <summary>An appointment is a week away.</summary>
    AppointmentInAWeek,

    /// <summary>An appointment is a day away.</summary>
    AppointmentInADay,

    /// <summary>An appointment is two hours away.</summary>
    AppointmentInTwoHours,

    /// <summary>Whoever is on call is needed now.</summary>
    SafetyPage,

    /// <summary>A clinician has opened a record outside their care; administrators look at it.</summary>
    EmergencyAccessOpened,
}

internal static class MessageKinds
{
    public static bool IsReminder(this MessageKind kind) =>
        kind is MessageKind.AppointmentInAWeek or MessageKind.AppointmentInADay or MessageKind.AppointmentInTwoHours;

    /// <summary>Whether it tells when an appointment is, so that a later time makes it untrue.</summary>
    public static bool TellsTime(this MessageKind kind) =>
        kind.IsReminder() || kind is MessageKind.AppointmentBooked or MessageKind.AppointmentMoved;
}
