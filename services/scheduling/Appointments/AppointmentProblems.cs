using Journease.ServiceDefaults.Errors;

namespace Journease.Scheduling.Appointments;

internal static class AppointmentProblems
{
    public static readonly ProblemType SlotTaken = new("slot-taken", 409, "That time has just been taken.");
    public static readonly ProblemType ClientBusy = new("client-has-appointment", 409, "There is another appointment at that time.");
    public static readonly ProblemType OutsideWorkingTime = new("outside-working-time", 409, "Nobody who is needed works at that time.");
    public static readonly ProblemType OutsideBookingTime = new("outside-booking-time", 409, "That time cannot be booked.");
    public static readonly ProblemType ArrangedByPractice = new("arranged-by-practice", 409, "The practice arranges this session.");
    public static readonly ProblemType ForWhom = new("client-missing", 400, "It is not said who the appointment is for.");
    public static readonly ProblemType TooLateToCancel = new("too-late-to-cancel", 409, "It is too late to cancel this here.");
    public static readonly ProblemType TooLateToMove = new("too-late-to-move", 409, "It is too late to move this here.");
    public static readonly ProblemType NeededBefore = new("needed-before-another", 409, "Another session needs this one before it.");
    public static readonly ProblemType ReasonMissing = new("reason-missing", 400, "A reason is needed.");
    public static readonly ProblemType NotOpen = new("appointment-not-open", 409, "This is not possible any more.");
    public static readonly ProblemType NotStarted = new("appointment-not-started", 409, "This appointment has not begun.");
    public static readonly ProblemType UnknownCursor = new("unknown-cursor", 400, "This page does not exist.");
}
