using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.Clients;

internal static class ClientEndpoints
{
    public static void MapClients(this RouteGroupBuilder api)
    {
        var clients = api.MapGroup("/clients").WithTags("Clients").AboutNamed("clientId");
        clients.MapGroup("")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Prescriber, Roles.Therapist, Roles.Nurse))
            .MapGetRecord();
        clients.MapGroup("")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Prescriber, Roles.Therapist, Roles.Nurse))
            .MapGetJourney();
    }
}
