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

        var appointments = (await scheduling.ExportOfAsync(person)).OfType<Appointment>().ToList();

        Assert.Equal(
            [(kept.ToString(), Appointment.AppointmentStatus.Booked), (cancelled.ToString(), Appointment.AppointmentStatus.Cancelled)],
            appointments.Select(appointment => (appointment.Id!, appointment.Status!.Value)));
        Assert.Contains("7 October 2026, 10:00 (America/New_York), Here.", Words.Of(appointments[0])[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_gets_who_else_looked_at_their_appointments_day_by_day()
    {
        var practice = await scheduling.PracticeAsync();
        var person = Guid.CreateVersion7();
        var booked = await BookAsync(person, practice, SchedulingHost.Monday.AddDays(8).AddHours(10));
        await scheduling.ClientOf(person).GetAsync($"/scheduling/v1/appointments/{booked}", TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
        for (var time = 0; time < 2; time++)
        {
            await scheduling.Coordinator.GetAsync($"/scheduling/v1/appointments/{booked}", TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
        }

        var opened = Assert.Single((await scheduling.ExportOfAsync(person)).OfType<AuditEvent>());

        Assert.EndsWith(", a coordinator: Read one appointment (2 times).", Words.Of(opened)[0], StringComparison.Ordinal);
        Assert.DoesNotContain((await scheduling.ExportOfAsync(Guid.CreateVersion7())).OfType<AuditEvent>(), one => one.Agent[0].Who?.Display == "a coordinator");
    }

    private async Task<Guid> BookAsync(Guid person, Practice practice, DateTimeOffset startsAt) =>
        (await scheduling.ClientOf(person)
            .PostOnceAsync("/scheduling/v1/appointments", new { sessionType = "preparation", startsAt, practitionerId = practice.People[0].Id })
            .ReadAsync<Booked>(HttpStatusCode.Created)).Id;
}
