using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Journease.Messaging.Parking;

public static class ParkedMessageEndpoints
{
    /// <summary>Lets operators see, replay and drop the messages of this service that could not be sent.</summary>
    public static RouteGroupBuilder MapParkedMessages(this RouteGroupBuilder api)
    {
        var parked = api.MapGroup("/parked-messages")
            .WithTags("Parked messages")
            .AboutNamed()
            .RequireAuthorization(policy => policy.RequireRole(Roles.Operator, Roles.Administrator));
        parked.MapListParkedMessages();
        parked.MapReplayParkedMessage();
        parked.MapDropParkedMessage();
        return api;
    }
}
