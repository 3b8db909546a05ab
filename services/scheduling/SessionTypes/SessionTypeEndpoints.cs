using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.SessionTypes;

internal static class SessionTypeEndpoints
{
    public static void MapSessionTypes(this RouteGroupBuilder api)
    {
        var types = api.MapGroup("/session-types").WithTags("Session types").WithoutPersonalData();
        types.MapListSessionTypes();
        types.MapGetSessionType();
        types.MapOfferSessionType();
        types.MapChangeSessionType();
    }
}
