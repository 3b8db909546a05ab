using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.Rooms;

internal static class RoomEndpoints
{
    public static void MapRooms(this RouteGroupBuilder api)
    {
        var rooms = api.MapGroup("/rooms").WithTags("Rooms").WithoutPersonalData();
        rooms.MapOpenRoom();
        rooms.MapRenameRoom();
        rooms.MapListRooms();
    }
}
