using Journease.Notifications.Appointments;

namespace Journease.Notifications.Letters;

/// <summary>When an appointment is, as letters and calendars need it.</summary>
/// <param name="Sequence">Grows with every change, so that calendars know which letter is the newest.</param>
internal sealed record AppointmentTime(Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, long Sequence)
{
    /// <summary>Null where nothing is known of the time.</summary>
    public static AppointmentTime? Of(Appointment? appointment) => appointment is { StartsAt: { } startsAt, EndsAt: { } endsAt }
        ? new(appointment.Id, startsAt, endsAt, appointment.LatestVersion)
        : null;
}
