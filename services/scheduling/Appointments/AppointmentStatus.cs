namespace Journease.Scheduling.Appointments;

/// <summary>Where an appointment stands. "On hold" is what the person reads for held.</summary>
internal enum AppointmentStatus
{
    Booked,
    Held,
    Cancelled,
    Completed,
}

/// <summary>Why staff cancelled; a code, so that nothing about a person's health is written here.</summary>
internal enum CancelReason
{
    AskedByClient,
    PractitionerAway,
    RoomUnavailable,
    ClinicalDecision,
    Other,
}
