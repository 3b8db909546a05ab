using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.WorkingTimes;

internal static class WorkingTimeEndpoints
{
    public static void MapWorkingTimes(this RouteGroupBuilder api)
    {
        var times = api.MapGroup("/working-times/{resourceId:guid}").WithTags("Working time").WithoutPersonalData();
        times.MapGetWorkingTime();
        times.MapChangeHours();
        times.MapForgetChangedHours();
        times.MapRecurHours();
        times.MapForgetRecurringHours();
    }
}
