using System.Net;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Scheduling.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SettingWorkingTimeTests(SchedulingHost scheduling) : IClassFixture<SchedulingHost>
{
    private const string Api = "/scheduling/v1";

    [Fact]
    public async Task Time_off_takes_away_free_times_and_taking_it_back_gives_them_again()
    {
        var practice = await scheduling.PracticeAsync();
        var (coordinator, times) = (scheduling.Coordinator, Times(practice.People[0].Id));

        var off = await coordinator.PostOnceAsync(times + "/changes", new { change = "closed", firstDay = "2026-10-06", lastDay = "2026-10-06", from = "09:00:00", to = "15:00:00" })
            .ExpectAsync(HttpStatusCode.Created);
        Assert.Equal([15.0, 15.25, 15.5, 15.75], await StartsAsync(practice, 1));

        using var back = new HttpRequestMessage(HttpMethod.Delete, off.Headers.Location);
        back.Headers.TryAddWithoutValidation("If-Match", off.Headers.ETag!.ToString());
        await coordinator.SendAsync(back).ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal(28, (await StartsAsync(practice, 1)).Count);
    }

    [Fact]
    public async Task Extra_hours_and_hours_that_recur_are_offered()
    {
        var practice = await scheduling.PracticeAsync();
        var (coordinator, times) = (scheduling.Coordinator, Times(practice.People[0].Id));

        await coordinator.PostOnceAsync(times + "/changes", new { change = "extra", siteId = practice.SiteId, firstDay = "2026-10-10", lastDay = "2026-10-10", from = "10:00:00", to = "11:30:00" })
            .ExpectAsync(HttpStatusCode.Created);
        await coordinator.PostOnceAsync(times + "/recurring", new { rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", firstDay = "2026-10-11", lastDay = "2026-12-31", siteId = practice.SiteId, from = "18:00:00", to = "19:15:00" })
            .ExpectAsync(HttpStatusCode.Created);

        Assert.Equal([10.0, 10.25], await StartsAsync(practice, 5));
        Assert.Equal([18.0], await StartsAsync(practice, 6));
        Assert.Empty(await StartsAsync(practice, 13));
        // Clocks have gone back meanwhile: at six by the clock, an hour later in real time.
        Assert.Equal([18.0], await StartsAsync(practice, 34, hoursLater: 1));
        var read = await coordinator.GetAsync(times).ReadAsync<WorkingTime>();
        Assert.Equal((1, 1, 6), (read.Changes.Count, read.Recurring.Count, read.Recurring[0].Days.Count));
    }

    [Fact]
    public async Task A_room_out_of_use_is_not_booked_into()
    {
        var practice = await scheduling.PracticeAsync();
        var room = (await scheduling.SomeClient.GetAsync(Api + "/rooms").ReadAsync<Rooms>()).Items.Single(room => room.SiteId == practice.SiteId);

        await scheduling.Coordinator.PostOnceAsync(Times(room.Id) + "/changes", new { change = "closed", firstDay = "2026-10-06", lastDay = "2026-10-07" }).ExpectAsync(HttpStatusCode.Created);

        var found = await FreeAsync(practice, 1, 3);
        Assert.Equal("No room is free before 8 October. The next free time is Thursday, 8 October 2026, 09:00.", found.Explanation);
        await scheduling.SomeClient.BookAsync(practice, SchedulingHost.Monday.AddDays(1).AddHours(10)).ProblemAsync(409, "outside-working-time");
    }

    [Fact]
    public async Task Public_holidays_are_imported_from_a_file_and_close_the_site()
    {
        var practice = await scheduling.PracticeAsync();
        var path = $"{Api}/sites/{practice.SiteId}/holidays";
        const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20261012\r\nDTEND;VALUE=DATE:20261014\r\nSUMMARY:Two days\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        await scheduling.Coordinator.PutIfMatchAsync(path, new { calendar = "no calendar" }, "\"1\"").ProblemAsync(400, "calendar-refused");
        await scheduling.Coordinator.PutIfMatchAsync(path, new { calendar = Calendar }, "\"1\"").ExpectAsync(HttpStatusCode.OK);
        await scheduling.Coordinator.PutIfMatchAsync(path, new { calendar = Calendar }, "\"1\"").ProblemAsync(412, "version-stale");

        Assert.Empty(await StartsAsync(practice, 7));
        Assert.Empty(await StartsAsync(practice, 8));
        Assert.NotEmpty(await StartsAsync(practice, 9));
        Assert.Contains("Two days", await (await scheduling.SomeClient.GetAsync(path).ExpectAsync(HttpStatusCode.OK)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changes", """{"change":"closed","firstDay":"2026-10-06","lastDay":"2026-10-05"}""", "impossible-days")]
    [InlineData("changes", """{"change":"closed","firstDay":"2026-10-06","lastDay":"2056-10-06"}""", "impossible-days")]
    [InlineData("changes", """{"change":"closed","firstDay":"2026-10-06","lastDay":"2026-10-06","from":"15:00:00","to":"09:00:00"}""", "impossible-days")]
    [InlineData("changes", """{"change":"closed","firstDay":"2026-10-06","lastDay":"2026-10-06","from":"15:00:00"}""", "impossible-days")]
    [InlineData("changes", """{"change":"extra","firstDay":"2026-10-06","lastDay":"2026-10-06"}""", "unknown-site")]
    [InlineData("recurring", """{"rule":"FREQ=SECONDLY","firstDay":"2026-10-06","lastDay":"2026-12-06","from":"09:00:00","to":"10:00:00"}""", "impossible-rule")]
    [InlineData("recurring", """{"rule":"FREQ=DAILY","firstDay":"2026-10-06","lastDay":"2056-10-06","from":"09:00:00","to":"10:00:00"}""", "impossible-days")]
    [InlineData("recurring", """{"rule":"FREQ=DAILY","firstDay":"2026-10-06","lastDay":"2026-10-07","from":"11:00:00","to":"10:00:00"}""", "impossible-days")]
    public async Task Impossible_days_and_rules_are_refused_and_leave_nothing(string kind, string body, string code)
    {
        var practice = await scheduling.PracticeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Times(practice.People[0].Id)}/{kind}") { Content = new StringContent(body, null, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());

        await scheduling.Coordinator.SendAsync(request).ProblemAsync(400, code);

        var read = await scheduling.Coordinator.GetAsync(Times(practice.People[0].Id)).ReadAsync<WorkingTime>();
        Assert.Empty(read.Changes);
        Assert.Empty(read.Recurring);
    }

    [Fact]
    public async Task Who_has_worked_enough_for_a_day_or_a_week_is_not_offered()
    {
        var practice = await scheduling.PracticeAsync();
        var path = $"{Api}/practitioners/{practice.The(Roles.Therapist).Id}";
        await scheduling.Administrator.PutIfMatchAsync(path, new { mostMinutesADay = 150, mostMinutesAWeek = 225 }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        await scheduling.Administrator.PutIfMatchAsync(path, new { mostMinutesADay = 300, mostMinutesAWeek = 225 }, "\"2\"").ProblemAsync(400, "impossible-limits");
        var tuesday = SchedulingHost.Monday.AddDays(1);

        await scheduling.SomeClient.BookedAsync(practice, tuesday.AddHours(9));
        Assert.NotEmpty(await StartsAsync(practice, 1));
        await scheduling.SomeClient.BookedAsync(practice, tuesday.AddHours(11));
        Assert.Empty(await StartsAsync(practice, 1));
        Assert.NotEmpty(await StartsAsync(practice, 2));
        await scheduling.SomeClient.BookedAsync(practice, tuesday.AddDays(1).AddHours(9));
        Assert.Empty(await StartsAsync(practice, 3));
        Assert.NotEmpty(await StartsAsync(practice, 7));
    }

    private static string Times(Guid resource) => $"{Api}/working-times/{resource}";

    private Task<FreeTimes.Found> FreeAsync(Practice practice, int from, int to) =>
        scheduling.SomeClient.FreeAsync("preparation", from, to, $"&siteId={practice.SiteId}");

    private async Task<List<double>> StartsAsync(Practice practice, int day, double hoursLater = 0) =>
        [.. (await FreeAsync(practice, day, day + 1)).Items.Select(slot => (slot.StartsAt - SchedulingHost.Monday.AddDays(day)).TotalHours - hoursLater)];

    private sealed record WorkingTime(IReadOnlyList<Change> Changes, IReadOnlyList<Recurring> Recurring);

    private sealed record Change(Guid Id);

    private sealed record Recurring(Guid Id, IReadOnlyList<DateOnly> Days);

    private sealed record Rooms(IReadOnlyList<Room> Items);

    private sealed record Room(Guid Id, Guid SiteId);
}
