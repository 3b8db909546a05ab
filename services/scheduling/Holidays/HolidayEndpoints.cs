using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.Holidays;

internal static class HolidayEndpoints
{
    public static void MapHolidays(this RouteGroupBuilder api)
    {
        var holidays = api.MapGroup("/sites/{siteId:guid}/holidays").WithTags("Holidays").WithoutPersonalData();
        holidays.MapImportHolidays();
        holidays.MapListHolidays();
    }
}
