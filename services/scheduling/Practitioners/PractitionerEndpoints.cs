using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.Practitioners;

internal static class PractitionerEndpoints
{
    public static void MapPractitioners(this RouteGroupBuilder api)
    {
        var practitioners = api.MapGroup("/practitioners").WithTags("Practitioners").WithoutPersonalData();
        practitioners.MapAddPractitioner();
        practitioners.MapDescribePractitioner();
        practitioners.MapSetWorkingHours();
        practitioners.MapListPractitioners();
        practitioners.MapGetPractitioner();
    }
}
