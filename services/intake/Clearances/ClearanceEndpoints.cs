using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.Clearances;

internal static class ClearanceEndpoints
{
    public static void MapClearances(this RouteGroupBuilder api)
    {
        var clearances = api.MapGroup("/clearances").WithTags("Clearances").AboutNamed();
        clearances.MapGroup("").RequireAuthorization(policy => policy.RequireRole(Roles.Prescriber)).MapWithdrawClearance();
        clearances.MapGroup("").RequireAuthorization(policy => policy.RequireRole(Roles.Client)).MapMyClearances();
    }
}
