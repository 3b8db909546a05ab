using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.Packets;

internal static class PacketEndpoints
{
    public static void MapPacket(this RouteGroupBuilder api)
    {
        var packet = api.MapGroup("/packet").WithTags("Packet").AboutCaller()
            .RequireAuthorization(policy => policy.RequireRole(Roles.Client));
        packet.MapGetPacket();
        packet.MapSubmitPacket();
    }
}
