using Journease.ServiceDefaults.Errors;

namespace Journease.Scheduling.Calendars;

internal static class CalendarProblems
{
    public static readonly ProblemType Refused = new("calendar-refused", 400, "This calendar cannot be read.");
}
