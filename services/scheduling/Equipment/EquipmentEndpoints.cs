using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.Equipment;

internal static class EquipmentEndpoints
{
    public static void MapEquipment(this RouteGroupBuilder api)
    {
        var equipment = api.MapGroup("/equipment").WithTags("Equipment").WithoutPersonalData();
        equipment.MapAddEquipment();
        equipment.MapRenameEquipment();
        equipment.MapListEquipment();
    }
}
