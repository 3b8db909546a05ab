using Journease.ServiceDefaults.Auditing;

namespace Journease.Notifications.Phones;

internal static class DeviceEndpoints
{
    internal static void MapDevices(this RouteGroupBuilder api)
    {
        var devices = api.MapGroup("/devices").WithTags("Devices").AboutCaller();
        devices.MapListDevices();
        devices.MapRegisterDevice();
        devices.MapForgetDevice();
    }
}
