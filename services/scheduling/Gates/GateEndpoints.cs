using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.Gates;

internal static class GateEndpoints
{
    public static void MapGates(this RouteGroupBuilder api) => api.MapGroup("/gate").WithTags("Gate").AboutNamed().MapGetGate();
}
