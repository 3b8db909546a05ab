using System.Net;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Scheduling.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ImportingBusyTimesTests(SchedulingHost scheduling) : IClassFixture<SchedulingHost>
{
    private const string Api = "/scheduling/v1/busy-calendars";
    private const string Zone = "America/New_York";
    private const string Dentist =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=America/New_York:20261006T090000\r\n" +
        "DTEND;TZID=America/New_York:20261006T150000\r\nSUMMARY:Root canal of somebody\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Fact]
    public async Task A_file_makes_busy_and_nothing_of_it_but_the_times_is_kept()
    {
        var practice = await scheduling.PracticeAsync();
        var self = scheduling.ClientFor(practice.People[0].Account, practice.People[0].Role);

        var added = await self.PostOnceAsync(Api, new { practitionerId = practice.People[0].Id, zone = Zone, file = Dentist }).ReadAsync<Calendar>(HttpStatusCode.Created);

        Assert.Equal(4, await FreeAsync(practice));
        Assert.False((await DatabaseDump.WithoutKeysAsync(scheduling.ConnectionString)).Tells("Root canal"));
        await self.DeleteAsync($"{Api}/{added.Id}").ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal(28, await FreeAsync(practice));
    }

    [Fact]
    public async Task A_link_is_read_in_the_background_and_stays_busy_when_it_fails_later()
    {
        var practice = await scheduling.PracticeAsync();
        scheduling.Calendars.Answer = (address, _) => Task.FromResult(address.AbsolutePath == "/secret-7.ics"
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Dentist) }
            : new HttpResponseMessage(HttpStatusCode.NotFound));
        var added = await scheduling.Coordinator.PostOnceAsync(Api, new { practitionerId = practice.People[0].Id, zone = Zone, link = "webcal://calendar.example/secret-7.ics" })
            .ReadAsync<Calendar>(HttpStatusCode.Created);
        await Eventually.TrueAsync(async () => (await OneAsync(added.Id)).ReadAt is not null);
        Assert.Equal(4, await FreeAsync(practice));

        scheduling.Calendars.Answer = (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Gone));
        await scheduling.ScalarAsync<long>($"update scheduling.busy_calendar set due_at = '2026-10-05T00:00:00Z' where id = '{added.Id}' returning 1::bigint");

        await Eventually.TrueAsync(async () => (await OneAsync(added.Id)) is { Failure: "refused", WhatToDo: not null });
        Assert.Equal(4, await FreeAsync(practice));
        Assert.False((await DatabaseDump.WithoutKeysAsync(scheduling.ConnectionString)).Tells("secret-7"));
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_somebodys_calendars()
    {
        var practice = await scheduling.PracticeAsync();
        var other = scheduling.ClientFor(Guid.CreateVersion7(), practice.People[0].Role);
        var file = new { practitionerId = practice.People[0].Id, zone = Zone, file = Dentist };
        var added = await scheduling.Coordinator.PostOnceAsync(Api, file).ReadAsync<Calendar>(HttpStatusCode.Created);

        await other.PostOnceAsync(Api, file).ProblemAsync(404);
        await other.DeleteAsync($"{Api}/{added.Id}").ProblemAsync(404);
        Assert.Empty((await other.GetAsync(Api).ReadAsync<Calendars>()).Items);
    }

    [Theory]
    [InlineData("""{"link":"https://127.0.0.1/x.ics"}""", "calendar-address")]
    [InlineData("""{"link":"http://calendar.example/x.ics"}""", "calendar-address")]
    [InlineData("""{"file":"BEGIN:VCALENDAR"}""", "calendar-refused")]
    [InlineData("""{}""", "calendar-missing")]
    [InlineData("""{"zone":"Mars/Base","file":"BEGIN:VCALENDAR"}""", "unknown-zone")]
    public async Task What_cannot_be_a_calendar_is_refused_with_a_sentence(string given, string code)
    {
        var practice = await scheduling.PracticeAsync();
        var body = System.Text.Json.Nodes.JsonNode.Parse(given)!;
        body["practitionerId"] = practice.People[0].Id;
        body["zone"] ??= Zone;

        await scheduling.Coordinator.PostOnceAsync(Api, body).ProblemAsync(400, code);
    }

    private async Task<int> FreeAsync(Practice practice) =>
        (await scheduling.SomeClient.FreeAsync("preparation", 1, 2, $"&siteId={practice.SiteId}")).Items.Count;

    private async Task<Calendar> OneAsync(Guid id) =>
        (await scheduling.Coordinator.GetAsync(Api).ReadAsync<Calendars>()).Items.Single(calendar => calendar.Id == id);

    private sealed record Calendars(IReadOnlyList<Calendar> Items);

    private sealed record Calendar(Guid Id, DateTimeOffset? ReadAt, string? Failure, string? WhatToDo);
}
