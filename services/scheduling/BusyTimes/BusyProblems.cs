using Journease.ServiceDefaults.Errors;

namespace Journease.Scheduling.BusyTimes;

internal static class BusyProblems
{
    public static readonly ProblemType Address = new("calendar-address", 400, "This address cannot be used.");
    public static readonly ProblemType Either = new("calendar-missing", 400, "There is no calendar to read.");
    public static readonly ProblemType TooMany = new("too-many-calendars", 409, "There are enough calendars for this person.");

    /// <summary>What staff read about a calendar that could not be read.</summary>
    public static string Sentence(CalendarFailure failure) => failure switch
    {
        CalendarFailure.Unreachable => "Nobody answers at its address. It is tried again; check the link if this stays.",
        CalendarFailure.NotPublic => "Its address leads into a private network, and such addresses are not read. Use a public link.",
        CalendarFailure.Refused => "Its address answers that there is no calendar for us. The link may have been revoked; make a new one.",
        CalendarFailure.TooLarge => "It is larger than a million characters. Share a smaller calendar.",
        CalendarFailure.TooSlow => "Its address takes too long to answer. It is tried again.",
        CalendarFailure.NotACalendar => "What its address answers is no calendar that can be read.",
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "There are six failures."),
    };
}
