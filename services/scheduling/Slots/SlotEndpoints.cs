using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.Slots;

internal static class SlotEndpoints
{
    public static void MapSlots(this RouteGroupBuilder api) => api.MapGroup("/slots").WithTags("Slots").WithoutPersonalData().MapFindSlots();
}
