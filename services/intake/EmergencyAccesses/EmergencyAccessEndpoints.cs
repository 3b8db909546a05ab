using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.EmergencyAccesses;

internal static class EmergencyAccessEndpoints
{
    public static void MapEmergencyAccesses(this RouteGroupBuilder api)
    {
        api.MapGroup("/clients").WithTags("Emergency access").AboutNamed("clientId")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Prescriber, Roles.Therapist, Roles.Nurse))
            .MapOpenEmergencyAccess();

        var accesses = api.MapGroup("/emergency-access").WithTags("Emergency access").AboutNamed();
        accesses.MapGroup("")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Therapist, Roles.Nurse, Roles.Administrator))
            .MapEndEmergencyAccess();
        accesses.MapGroup("")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .MapListEmergencyAccesses();
    }
}
