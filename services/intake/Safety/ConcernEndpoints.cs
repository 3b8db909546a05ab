using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.Safety;

internal static class ConcernEndpoints
{
    public static void MapSafetyConcerns(this RouteGroupBuilder api)
    {
        var concerns = api.MapGroup("/concerns").WithTags("Safety concerns").AboutNamed()
            .RequireAuthorization(policy => policy.RequireRole(Roles.Prescriber, Roles.Therapist, Roles.Nurse));
        concerns.MapListConcerns();
        concerns.MapGetConcern();
        concerns.MapAcknowledgeConcern();
        concerns.MapCloseConcern();
    }
}
