using System.Net;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Journease.Testing;
using Journease.Testing.Services;
using Task = System.Threading.Tasks.Task;

namespace Journease.Scheduling.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ExportingAppointmentsTests(SchedulingHost scheduling) : IClassFixture<SchedulingHost>
{
    [Fact]
    public async Task A_person_gets_their_own_appointments_also_those_that_were_cancelled()
    {
        var practice = await scheduling.PracticeAsync();
        var person = Guid.CreateVersion7();
        var kept = await BookAsync(person, practice, SchedulingHost.Monday.AddDays(2).AddHours(10));
        var cancelled = await BookAsync(person, practice, SchedulingHost.Monday.AddDays(3).AddHours(10));
        await scheduling.ClientOf(person).PostOnceAsync($"/scheduling/v1/appointments/{cancelled}/cancel").ExpectAsync(HttpStatusCode.OK);
        await BookAsync(Guid.CreateVersion7(), practice, SchedulingHost.Monday.AddDays(4).AddHours(10));

        var appointments = (await scheduling.ExportOfAsync(person)).Cast<Appointment>().ToList();

        Assert.Equal(
            [(kept.ToString(), Appointment.AppointmentStatus.Booked), (cancelled.ToString(), Appointment.AppointmentStatus.Cancelled)],
            appointments.Select(appointment => (appointment.Id!, appointment.Status!.Value)));
        Assert.Contains("7 October 2026, 10:00 (America/New_York), Here.", Words.Of(appointments[0])[0], StringComparison.Ordinal);
    }

    private async Task<Guid> BookAsync(Guid person, Practice practice, DateTimeOffset startsAt) =>
        (await scheduling.ClientOf(person)
            .PostOnceAsync("/scheduling/v1/appointments", new { sessionType = "preparation", startsAt, practitionerId = practice.People[0].Id })
            .ReadAsync<Booked>(HttpStatusCode.Created)).Id;
}
