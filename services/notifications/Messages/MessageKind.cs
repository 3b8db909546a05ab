namespace Journease.Notifications.Messages;

/// <summary>What a message tells. Never shown or sent: even the kind of an appointment can tell a stranger too much.</summary>
internal enum MessageKind
{
    /// <summary>There is an appointment.</summary>
    AppointmentBooked,

    /// <summary>An appointment will not take place.</summary>
    AppointmentCancelled,

    /// <summary>An appointment waits for somebody's decision.</summary>
    AppointmentHeld,

    /// <summary>A clinician has opened a record outside their care; administrators look at it.</summary>
    EmergencyAccessOpened,
}
