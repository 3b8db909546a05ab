using System.Globalization;
using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Microsoft.EntityFrameworkCore;
using FhirAppointment = Hl7.Fhir.Model.Appointment;

namespace Journease.Scheduling.Appointments;

/// <summary>A person's appointments, past and to come, for their copy of everything.</summary>
internal sealed class ExportedAppointments(SchedulingDbContext db) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var appointments = await db.Appointments.AsNoTracking().Where(appointment => appointment.ClientId == subject)
            .OrderBy(appointment => appointment.StartsAt).ToListAsync(ct);
        var names = await db.SessionTypes.ToDictionaryAsync(type => type.Code, type => type.Name, ct);
        var sites = await db.Sites.ToDictionaryAsync(site => site.Id, ct);
        var people = await db.Practitioners.ToDictionaryAsync(person => person.Id, person => person.Name, ct);
        foreach (var appointment in appointments)
        {
            var site = sites[appointment.SiteId];
            var name = names.GetValueOrDefault(appointment.SessionType, appointment.SessionType);
            var with = appointment.PractitionerIds.Select(id => people.GetValueOrDefault(id, "somebody of the practice")).ToList();
            var there = NodaTime.Instant.FromDateTimeOffset(appointment.StartsAt).InZone(site.Clock);
            yield return new FhirAppointment
            {
                Id = appointment.Id.ToString(),
                Status = StatusOf(appointment.Status),
                Description = name,
                Start = appointment.StartsAt,
                End = appointment.EndsAt,
                Participant =
                [
                    Taking(FhirR4.To(subject)),
                    .. with.Select(person => Taking(new ResourceReference { Display = person })),
                    Taking(new ResourceReference { Display = site.Name }),
                ],
            }.Told(
                $"{name}, {there.ToString("d MMMM uuuu, HH:mm", CultureInfo.InvariantCulture)} ({site.Zone}), {site.Name}.",
                $"With {string.Join(" and ", with)}. {Said(appointment.Status)}");
        }
    }

    private static FhirAppointment.ParticipantComponent Taking(ResourceReference who) =>
        new() { Actor = who, Status = ParticipationStatus.Accepted };

    private static FhirAppointment.AppointmentStatus StatusOf(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Booked => FhirAppointment.AppointmentStatus.Booked,
        AppointmentStatus.Held => FhirAppointment.AppointmentStatus.Pending,
        AppointmentStatus.Cancelled => FhirAppointment.AppointmentStatus.Cancelled,
        AppointmentStatus.Completed => FhirAppointment.AppointmentStatus.Fulfilled,
        _ => throw new InvalidOperationException("There are four states."),
    };

    private static string Said(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Booked => "Booked.",
        AppointmentStatus.Held => "On hold.",
        AppointmentStatus.Cancelled => "Cancelled.",
        _ => "It took place.",
    };
}
