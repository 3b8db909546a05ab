using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.Appointments;

internal static class AppointmentEndpoints
{
    public static void MapAppointments(this RouteGroupBuilder api)
    {
        var appointments = api.MapGroup("/appointments").WithTags("Appointments").AboutNamed();
        appointments.MapBookAppointment();
        appointments.MapListAppointments();
        appointments.MapGetAppointment();
        appointments.MapMoveAppointment();
        appointments.MapCancelAppointment();
        appointments.MapCompleteAppointment();
        appointments.MapReleaseAppointment();
    }
}
