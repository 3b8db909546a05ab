using System.Net;
using System.Text;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Scheduling.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SettingUpAPracticeTests(SchedulingHost scheduling) : IClassFixture<SchedulingHost>
{
    private const string Api = "/scheduling/v1";

    [Fact]
    public void Every_endpoint_says_what_it_is_and_who_may_use_it() => EndpointRules.Hold(scheduling.Services, Api);

    [Fact]
    public Task Every_column_has_its_class() => scheduling.EveryColumnHasItsClassAsync();

    [Fact]
    public async Task Only_an_administrator_sets_up_sites_rooms_and_people()
    {
        await scheduling.Coordinator.PostOnceAsync(Api + "/sites", new { name = "Here", zone = "Europe/Rome" }).ProblemAsync(403, "not-allowed");
        await scheduling.Administrator.PostOnceAsync(Api + "/sites", new { name = "Here", zone = "Mars/Base" }).ProblemAsync(400, "unknown-zone");
        await scheduling.Administrator.PostOnceAsync(Api + "/rooms", new { siteId = Guid.CreateVersion7(), name = "Blue" }).ProblemAsync(400, "unknown-site");
    }

    [Fact]
    public async Task Working_hours_are_replaced_with_the_version_last_read()
    {
        var practice = await scheduling.PracticeAsync();
        var (admin, path) = (scheduling.Administrator, $"{Api}/practitioners/{practice.People[0].Id}");
        var etag = (await admin.GetAsync(path, Ct).ExpectAsync(HttpStatusCode.OK)).Headers.ETag!.ToString();
        object Hours(string from, string to) => new { workingHours = new[] { new { siteId = practice.SiteId, day = "tuesday", from, to } } };

        await admin.PutIfMatchAsync(path + "/working-hours", Hours("17:00:00", "09:00:00"), etag).ProblemAsync(400, "impossible-working-hours");
        await admin.PutIfMatchAsync(path + "/working-hours", Hours("12:00:00", "14:00:00"), etag).ExpectAsync(HttpStatusCode.NoContent);
        await admin.PutIfMatchAsync(path + "/working-hours", Hours("12:00:00", "14:00:00"), etag).ProblemAsync(412, "version-stale");

        var found = await scheduling.SomeClient.GetAsync(Slots(practice, "preparation", 0, 7), Ct).ReadAsync<Found>();
        Assert.Equal([12.0, 12.25, 12.5, 12.75], found.Items.Select(slot => (slot.StartsAt - SchedulingHost.Monday.AddDays(1)).TotalHours));
    }

    [Fact]
    public async Task An_empty_answer_is_explained()
    {
        var practice = await scheduling.PracticeAsync();

        var weekend = await scheduling.SomeClient.GetAsync(Slots(practice, "preparation", 5, 7), Ct).ReadAsync<Found>();
        var nobody = await scheduling.SomeClient.GetAsync(Slots(practice, "circle", 0, 7), Ct).ReadAsync<Found>();

        Assert.Empty(weekend.Items);
        Assert.Contains("next free time is Monday, 12 October 2026, 09:00", weekend.Explanation, StringComparison.Ordinal);
        Assert.Contains("facilitator", nobody.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Working_hours_keep_their_wall_time_over_the_clock_change()
    {
        var practice = await scheduling.PracticeAsync();

        var found = await scheduling.SomeClient.GetAsync(Slots(practice, "preparation", 25, 32), Ct).ReadAsync<Found>();

        Assert.Equal(5 * 28, found.Items.Count);
        Assert.All(found.Items.GroupBy(slot => slot.StartsAt.Date), day => Assert.Equal(TimeSpan.FromHours(9), day.Min(slot => slot.StartsAt.TimeOfDay)));
        Assert.Equal([-4.0, -5], found.Items.Select(slot => slot.StartsAt.Offset.TotalHours).Distinct());
    }

    [Theory]
    [InlineData("from=2026-10-05&to=2036-10-05", "impossible-range")]
    [InlineData("from=2026-10-05&to=2026-10-01", "impossible-range")]
    [InlineData("from=2026-02-30&to=2026-03-01", "invalid")]
    [InlineData("from=2026-10-05", "invalid")]
    public async Task An_impossible_range_is_refused(string range, string code) =>
        await scheduling.SomeClient.GetAsync($"{Api}/slots?sessionType=preparation&{range}", Ct).ProblemAsync(400, code);

    [Theory]
    [InlineData("""{"sessionType":"preparation",""", "body")]
    [InlineData("""{"sessionType":"preparation","startsAt":"2026-10-06T10:00:00-04:00","note":"x"}""", "note")]
    [InlineData("""{"sessionType":7,"startsAt":"2026-10-06T10:00:00-04:00"}""", "sessionType")]
    [InlineData("""{"sessionType":"preparation","startsAt":"2026-02-30T10:00:00Z"}""", "startsAt")]
    [InlineData("""{"sessionType":"preparation"}""", "startsAt")]
    [InlineData("""{"sessionType":"","startsAt":"2026-10-06T10:00:00-04:00"}""", "sessionType")]
    public async Task A_booking_that_cannot_be_read_names_the_field_and_leaves_nothing(string body, string field)
    {
        var client = Guid.CreateVersion7();
        using var request = new HttpRequestMessage(HttpMethod.Post, Api + "/appointments") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());

        var problem = await scheduling.ClientOf(client).SendAsync(request, Ct).ProblemAsync(400, "invalid");

        Assert.Contains(field, problem.Errors.Keys);
        Assert.Equal(0, await scheduling.ScalarAsync<long>($"SELECT count(*) FROM scheduling.appointment WHERE client_id = '{client}'"));
    }

    [Fact]
    public async Task Clients_see_names_and_staff_see_roles_and_accounts()
    {
        var practice = await scheduling.PracticeAsync();

        var forClient = await scheduling.SomeClient.GetAsync(Api + "/practitioners", Ct).ReadAsync<People>();
        var forStaff = await scheduling.Coordinator.GetAsync(Api + "/practitioners", Ct).ReadAsync<People>();

        Assert.All(forClient.Items, person => Assert.True(person is { Roles: null, AccountId: null }));
        Assert.Contains(forStaff.Items, person => person.AccountId == practice.People[0].Account && person.Roles is [Roles.Therapist]);
        await scheduling.SomeClient.GetAsync($"{Api}/practitioners/{practice.People[0].Id}", Ct).ProblemAsync(403, "not-allowed");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Slots(Practice practice, string type, int fromDay, int toDay) =>
        $"{Api}/slots?sessionType={type}&from={Day(fromDay)}&to={Day(toDay)}&practitionerId={practice.People[0].Id}";

    private static string Day(int day) => Uri.EscapeDataString(SchedulingHost.Monday.AddDays(day).ToString("O"));

    private sealed record Found(IReadOnlyList<Free> Items, string? Explanation);

    private sealed record Free(DateTimeOffset StartsAt, DateTimeOffset EndsAt);

    private sealed record People(IReadOnlyList<Person> Items);

    private sealed record Person(Guid Id, string Name, IReadOnlyList<string>? Roles, Guid? AccountId);
}
