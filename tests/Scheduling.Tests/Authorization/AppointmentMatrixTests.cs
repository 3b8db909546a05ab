using System.Net;
using Journease.Scheduling.Tests.Integration;
using Journease.Testing;
using Journease.Testing.Authorization;
using Journease.Testing.Services;

namespace Journease.Scheduling.Tests.Authorization;

/// <summary>
/// The client owner has two preparations with the assigned therapist, one of them begun, and a ketamine session on hold
/// with the prescriber and the nurse.
/// </summary>
[Trait("Needs", "servers")]
public sealed class AppointmentMatrixTests(SchedulingHost scheduling)
    : AuthorizationMatrix<Program>(scheduling, "/scheduling/v1", "scheduling"), IClassFixture<SchedulingHost>
{
    private static readonly DateTimeOffset Tuesday = SchedulingHost.Monday.AddDays(1);

    private readonly SchedulingHost scheduling = scheduling;

    protected override async Task<Scene> ArrangeAsync()
    {
        var scene = new Scene();
        var admin = scheduling.Administrator;
        var site = (await admin.PostOnceAsync("/scheduling/v1/sites", new { name = "Here", zone = "America/New_York" }).ReadAsync<SchedulingHost.Created>(HttpStatusCode.Created)).Id;
        var room = await admin.PostOnceAsync("/scheduling/v1/rooms", new { siteId = site, name = "Room" }).ReadAsync<SchedulingHost.Created>(HttpStatusCode.Created);
        var chair = await admin.PostOnceAsync("/scheduling/v1/equipment", new { siteId = site, kind = "chair", name = "Chair" }).ReadAsync<SchedulingHost.Created>(HttpStatusCode.Created);
        var prescriber = await AddAsync(scene, site, Persona.Prescriber);
        await AddAsync(scene, site, Persona.Nurse);
        var therapist = await AddAsync(scene, site, Persona.TherapistAssigned);
        (scene["site"], scene["room"], scene["chair"], scene["therapist"]) = (site, room.Id, chair.Id, therapist);

        await ArrangeTimeAsync(scene, therapist, site);

        var owner = scheduling.ClientOf(scene.Account(Persona.Owner));
        scene["preparation"] = await BookAsync(owner, "preparation", Tuesday.AddHours(10), therapist);
        scene["done"] = await BookAsync(owner, "preparation", Tuesday.AddHours(14), therapist);
        await MakeReadyAsync(scene.Account(Persona.Owner));
        scene["held"] = await BookAsync(owner, "dosing", SchedulingHost.Monday.AddDays(3).AddHours(10), prescriber);
        await scheduling.ScalarAsync<long>($"""
            update scheduling.appointment set starts_at = '2026-10-05T12:00:00Z' where id = '{scene["done"]}';
            update scheduling.appointment set status = 'Held', held_at = '2026-10-05T12:00:00Z' where id = '{scene["held"]}'
            """);
        return scene;
    }

    private async Task ArrangeTimeAsync(Scene scene, Guid therapist, Guid siteId)
    {
        var (coordinator, times) = (scheduling.Coordinator, $"/scheduling/v1/working-times/{therapist}");
        scene["change"] = await MadeAsync(times + "/changes", new { change = "closed", firstDay = "2026-12-24", lastDay = "2026-12-26" });
        scene["recurring"] = await MadeAsync(times + "/recurring", new { rule = "FREQ=MONTHLY;BYDAY=1SA", firstDay = "2026-11-01", lastDay = "2026-12-31", from = "09:00:00", to = "12:00:00", siteId });
        scene["calendar"] = await MadeAsync("/scheduling/v1/busy-calendars", new { practitionerId = therapist, zone = "Europe/Rome", file = "BEGIN:VCALENDAR\r\nEND:VCALENDAR" });

        async Task<Guid> MadeAsync(string path, object body) =>
            (await coordinator.PostOnceAsync(path, body).ReadAsync<SchedulingHost.Created>(HttpStatusCode.Created)).Id;
    }

    private async Task<Guid> AddAsync(Scene scene, Guid site, Persona persona)
    {
        var week = Enumerable.Range(1, 5).Select(day => new { siteId = site, day = ((DayOfWeek)day).ToString().ToLowerInvariant(), from = "09:00:00", to = "17:00:00" });
        var person = new { accountId = scene.Account(persona), name = "Somebody", roles = new[] { persona.Role }, workingHours = week };
        return (await scheduling.Administrator.PostOnceAsync("/scheduling/v1/practitioners", person).ReadAsync<SchedulingHost.Created>(HttpStatusCode.Created)).Id;
    }

    private static async Task<Guid> BookAsync(HttpClient client, string sessionType, DateTimeOffset startsAt, Guid practitionerId) =>
        (await client.PostOnceAsync("/scheduling/v1/appointments", new { sessionType, startsAt, practitionerId }).ReadAsync<Booked>(HttpStatusCode.Created)).Id;

    private async Task MakeReadyAsync(Guid client)
    {
        var intake = new IntakeSays(client);
        await scheduling.DeliverAsync(intake.Cleared());
        await scheduling.DeliverAsync(intake.ConsentSigned());
        await Eventually.TrueAsync(async () => await scheduling.ScalarAsync<long>(
            $"select count(*) from scheduling.gate where id = '{client}' and clearances <> '[]' and consents <> '[]'") == 1);
    }
}
