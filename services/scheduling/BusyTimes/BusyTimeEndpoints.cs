using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.BusyTimes;

internal static class BusyTimeEndpoints
{
    public static void MapBusyCalendars(this RouteGroupBuilder api)
    {
        // About staff, not about clients, and of them only when they are busy.
        var calendars = api.MapGroup("/busy-calendars").WithTags("Busy times").WithoutPersonalData();
        calendars.MapAddBusyCalendar();
        calendars.MapListBusyCalendars();
        calendars.MapRemoveBusyCalendar();
    }
}
