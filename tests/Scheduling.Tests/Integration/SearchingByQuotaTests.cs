using System.Net;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Scheduling.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SearchingByQuotaTests(SchedulingHost scheduling) : IClassFixture<SchedulingHost>
{
    private const string Api = "/scheduling/v1";

    [Fact]
    public async Task Four_participants_need_two_sitters_four_chairs_and_a_room_that_seats_them()
    {
        var practice = await scheduling.PracticeAsync(3, roles: [Roles.Prescriber, Roles.Nurse, Roles.Nurse]);

        Assert.NotEmpty((await DosingAsync(practice, 1, "&participants=3")).Items);
        Assert.StartsWith("There are not 4 chairs free", (await DosingAsync(practice, 1, "&participants=4")).Explanation, StringComparison.Ordinal);
        Assert.StartsWith("There are not 3 sitters free", (await DosingAsync(practice, 1, "&participants=7")).Explanation, StringComparison.Ordinal);
        await scheduling.SomeClient.GetAsync(FreeTimes.Path("dosing", 1, 2, "&participants=31")).ProblemAsync(400, "invalid");
    }

    [Fact]
    public async Task An_empty_answer_names_what_is_missing_on_which_days_and_until_when()
    {
        var practice = await scheduling.PracticeAsync(1, roles: [Roles.Prescriber, Roles.Nurse]);
        var sitter = practice.The(Roles.Nurse).Id;
        // The prescriber works on Thursdays only; the sitter is away until the fifth of November, a Thursday.
        await scheduling.Administrator.PutIfMatchAsync($"{Api}/practitioners/{practice.The(Roles.Prescriber).Id}/working-hours",
            new { workingHours = new[] { new { siteId = practice.SiteId, day = "thursday", from = "09:00:00", to = "17:00:00" } } }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        await scheduling.Coordinator.PostOnceAsync($"{Api}/working-times/{sitter}/changes", new { change = "closed", firstDay = "2026-10-05", lastDay = "2026-11-04" }).ExpectAsync(HttpStatusCode.Created);

        var found = await DosingAsync(practice, 0, days: 14);

        Assert.Equal("No sitter is free on Thursdays before 5 November. The next free time is Thursday, 5 November 2026, 09:00.", found.Explanation);
    }

    [Fact]
    public async Task Preferences_narrow_the_choice()
    {
        var practice = await scheduling.PracticeAsync(1, roles: [Roles.Therapist, Roles.Therapist]);
        var (one, other) = (practice.People[0].Id, practice.People[1].Id);
        await scheduling.Administrator.PutIfMatchAsync($"{Api}/practitioners/{one}", new { gender = "woman" }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);

        var anybody = await PreparationAsync(practice, "");
        var women = await PreparationAsync(practice, "&practitionerGender=woman");
        var men = await PreparationAsync(practice, "&practitionerGender=man");

        Assert.All(anybody.Items, slot => Assert.Equivalent(new[] { one, other }, slot.PractitionerIds));
        Assert.All(women.Items, slot => Assert.Equal([one], slot.PractitionerIds));
        Assert.NotEmpty(women.Items);
        Assert.StartsWith("No therapist as you asked for is free", men.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_shown_in_the_zone_of_the_viewer()
    {
        var practice = await scheduling.PracticeAsync();

        var here = await PreparationAsync(practice, "");
        var there = await PreparationAsync(practice, "&zone=Europe/Rome");

        Assert.Equal(here.Items.Select(slot => slot.StartsAt.UtcDateTime), there.Items.Select(slot => slot.StartsAt.UtcDateTime));
        Assert.Equal((TimeSpan.FromHours(2), 15), (there.Items[0].StartsAt.Offset, there.Items[0].StartsAt.Hour));
        await scheduling.SomeClient.GetAsync(FreeTimes.Path("preparation", 1, 2, "&zone=Mars/Base")).ProblemAsync(400, "unknown-zone");
    }

    [Fact]
    public async Task An_administrator_offers_a_session_type_with_buffers_and_they_stay_free_around_it()
    {
        var practice = await scheduling.PracticeAsync();
        var code = $"sound-{Guid.CreateVersion7():N}"[..20];
        object Described(int after) => new { name = "Sound", minutes = 60, bufferBeforeMinutes = 15, bufferAfterMinutes = after, staff = new[] { new { role = "therapist" } }, noticeHours = 24 };
        await scheduling.Administrator.PostOnceAsync(Api + "/session-types", new { code, description = Described(30) }).ExpectAsync(HttpStatusCode.Created);
        await scheduling.Administrator.PostOnceAsync(Api + "/session-types", new { code, description = Described(30) }).ProblemAsync(409, "session-type-exists");
        await scheduling.Administrator.PutIfMatchAsync($"{Api}/session-types/{code}", Described(45), "\"1\"").ExpectAsync(HttpStatusCode.NoContent);

        Assert.Empty((await scheduling.SomeClient.FreeAsync(code, 0, 1, $"&siteId={practice.SiteId}")).Items);
        var before = await scheduling.SomeClient.FreeAsync(code, 2, 3, $"&siteId={practice.SiteId}");
        Assert.Equal((9, 15), (before.Items[0].StartsAt.Hour, before.Items[0].StartsAt.Minute));
        Assert.Equal((15, 15), (before.Items[^1].StartsAt.Hour, before.Items[^1].StartsAt.Minute));

        await scheduling.SomeClient.BookedAsync(practice, before.Items[0].StartsAt.AddHours(2), code);
        var after = await scheduling.SomeClient.FreeAsync(code, 2, 3, $"&siteId={practice.SiteId}");
        Assert.Equal(["09:15", "13:15"], after.Items.Select(slot => $"{slot.StartsAt:HH:mm}").Take(2));
    }

    [Theory]
    [InlineData("mdma-session", "Session", "mdma-information-only", 409)]
    [InlineData("session", "MDMA session", "mdma-information-only", 409)]
    [InlineData("dosing", "By video", "dosing-in-person", 409)]
    public async Task What_the_practice_may_not_offer_is_refused_with_the_reason(string code, string name, string problem, int status) =>
        await scheduling.Administrator.PostOnceAsync(Api + "/session-types", new { code, description = new { name, minutes = 60, byVideo = true, staff = new[] { new { role = "therapist" } } } })
            .ProblemAsync(status, problem);

    private Task<FreeTimes.Found> DosingAsync(Practice practice, int day, string more = "", int days = 1) =>
        scheduling.SomeClient.FreeAsync("dosing", day, day + days, $"&siteId={practice.SiteId}{more}");

    private Task<FreeTimes.Found> PreparationAsync(Practice practice, string more) =>
        scheduling.SomeClient.FreeAsync("preparation", 1, 2, $"&siteId={practice.SiteId}{more}");
}
