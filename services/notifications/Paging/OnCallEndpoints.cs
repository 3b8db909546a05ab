using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Notifications.Paging;

internal static class OnCallEndpoints
{
    internal static void MapOnCall(this RouteGroupBuilder api)
    {
        // About staff and their hours, not about anybody's health.
        var rota = api.MapGroup("/on-call").WithTags("On call").WithoutPersonalData()
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator, Roles.Coordinator));
        rota.MapListOnCall();
        rota.MapEnterOnCall();
        rota.MapEndOnCall();
    }
}
