using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.CareTeams;

internal static class CareTeamEndpoints
{
    public static void MapCareTeams(this RouteGroupBuilder api)
    {
        var team = api.MapGroup("/clients/{clientId:guid}/care-team").WithTags("Care team").AboutNamed("clientId");
        team.MapGroup("")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Client, Roles.Coordinator, Roles.Prescriber, Roles.Therapist, Roles.Nurse))
            .MapGetCareTeam();

        var choosing = team.MapGroup("").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Prescriber));
        choosing.MapAddToCareTeam();
        choosing.MapRemoveFromCareTeam();
    }
}
