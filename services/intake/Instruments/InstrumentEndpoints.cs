using Journease.ServiceDefaults.Auditing;

namespace Journease.Intake.Instruments;

internal static class InstrumentEndpoints
{
    public static void MapInstruments(this RouteGroupBuilder api)
    {
        var instruments = api.MapGroup("/instruments").WithTags("Instruments").WithoutPersonalData().RequireAuthorization();
        instruments.MapListInstruments();
        instruments.MapGetInstrument();
    }
}
