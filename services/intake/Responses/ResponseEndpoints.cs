using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.Responses;

internal static class ResponseEndpoints
{
    public static void MapResponses(this RouteGroupBuilder api)
    {
        var responses = api.MapGroup("/responses").WithTags("Responses").AboutCaller()
            .RequireAuthorization(policy => policy.RequireRole(Roles.Client));
        responses.MapSaveResponse();
        responses.MapGetResponse();
    }
}
