using System.Net;
using System.Text.Json;
using Journease.Contracts.Scheduling;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Scheduling.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class MovingAnAppointmentTests(SchedulingHost scheduling) : IClassFixture<SchedulingHost>
{
    private static readonly DateTimeOffset Wednesday = SchedulingHost.Monday.AddDays(2);

    [Fact]
    public async Task A_client_moves_an_appointment_and_the_former_time_is_free_again()
    {
        var practice = await scheduling.PracticeAsync();
        var client = scheduling.SomeClient;
        var booked = await client.BookedAsync(practice, Wednesday.AddHours(10));

        var moved = await MoveAsync(client, booked, Wednesday.AddHours(14)).ReadAsync<Booked>();

        Assert.Equal((booked.Id, "booked"), (moved.Id, moved.Status));
        Assert.Equal((Wednesday.AddHours(14), Wednesday.AddMinutes(915)), (moved.StartsAt, moved.EndsAt));
        Assert.Equal(booked.PractitionerIds, moved.PractitionerIds);
        var announced = await scheduling.PublishedAsync<AppointmentMoved>(fact => fact.AggregateId == booked.Id);
        Assert.Equal((booked.ClientId, 2L, moved.StartsAt, moved.EndsAt), (announced.SubjectId, announced.AggregateVersion, announced.StartsAt, announced.EndsAt));
        await scheduling.SomeClient.BookedAsync(practice, Wednesday.AddHours(10));
        await scheduling.SomeClient.BookAsync(practice, Wednesday.AddHours(14)).ProblemAsync(409, "slot-taken");
    }

    [Fact]
    public async Task It_moves_by_a_quarter_of_an_hour_into_its_own_former_time()
    {
        var practice = await scheduling.PracticeAsync();
        var client = scheduling.SomeClient;
        var booked = await client.BookedAsync(practice, Wednesday.AddHours(10));

        var moved = await MoveAsync(client, booked, Wednesday.AddHours(10.25)).ReadAsync<Booked>();

        Assert.Equal(Wednesday.AddHours(10.25), moved.StartsAt);
        Assert.Equal(0, await scheduling.OverlapsAsync());
    }

    [Fact]
    public async Task A_time_that_is_taken_is_refused_with_others_and_nothing_has_changed()
    {
        var practice = await scheduling.PracticeAsync();
        var client = scheduling.SomeClient;
        var booked = await client.BookedAsync(practice, Wednesday.AddHours(9));
        await scheduling.SomeClient.BookedAsync(practice, Wednesday.AddHours(13));

        var refused = await MoveAsync(client, booked, Wednesday.AddHours(13));

        await refused.ProblemAsync(409, "slot-taken");
        using var body = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(body.RootElement.GetProperty("alternatives").EnumerateArray());
        var still = await client.GetAsync(Path(booked), TestContext.Current.CancellationToken).ReadAsync<Booked>();
        Assert.Equivalent(booked, still);
        await scheduling.SomeClient.BookAsync(practice, Wednesday.AddHours(9)).ProblemAsync(409, "slot-taken");
    }

    [Fact]
    public async Task Twenty_people_who_move_to_one_time_at_once_get_it_once()
    {
        var practice = await scheduling.PracticeAsync(rooms: 20, roles: [.. Enumerable.Repeat("therapist", 20)]);
        var rivals = new List<(HttpClient Client, Booked Booked)>();
        foreach (var colleague in practice.People)
        {
            var client = scheduling.SomeClient;
            rivals.Add((client, await client.PostOnceAsync(
                "/scheduling/v1/appointments", new { sessionType = "preparation", startsAt = Wednesday.AddHours(9), practitionerId = colleague.Id }).ReadAsync<Booked>(HttpStatusCode.Created)));
        }
        var wanted = practice.People[0].Id;

        var answers = await Task.WhenAll(rivals.Select(rival => MoveAsync(rival.Client, rival.Booked, Wednesday.AddHours(15), wanted)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            await answer.ProblemAsync(409, "slot-taken");
        }
        Assert.Equal(0, await scheduling.OverlapsAsync());
    }

    [Fact]
    public async Task Within_a_day_only_a_coordinator_moves_it()
    {
        var practice = await scheduling.PracticeAsync();
        var client = scheduling.SomeClient;
        var booked = await client.BookedAsync(practice, SchedulingHost.Monday.AddHours(13));

        await MoveAsync(client, booked, Wednesday.AddHours(16 - 5)).ProblemAsync(409, "too-late-to-move");
        await MoveAsync(scheduling.Coordinator, booked, Wednesday.AddHours(11)).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_has_read_an_older_time_is_told_so()
    {
        var practice = await scheduling.PracticeAsync();
        var client = scheduling.SomeClient;
        var booked = await client.BookedAsync(practice, Wednesday.AddHours(10));
        await MoveAsync(scheduling.Coordinator, booked, Wednesday.AddHours(12)).ExpectAsync(HttpStatusCode.OK);

        await MoveAsync(client, booked, Wednesday.AddHours(14)).ProblemAsync(412, "version-stale");
        await client.PostOnceAsync(Path(booked) + "/cancel").ExpectAsync(HttpStatusCode.OK);
        await MoveAsync(client, booked, Wednesday.AddHours(14), etag: "\"3\"").ProblemAsync(409, "appointment-not-open");
    }

    [Fact]
    public async Task Somebody_else_s_appointment_is_not_there_to_be_moved()
    {
        var practice = await scheduling.PracticeAsync();
        var booked = await scheduling.SomeClient.BookedAsync(practice, Wednesday.AddHours(10));

        await MoveAsync(scheduling.SomeClient, booked, Wednesday.AddHours(14)).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_preparation_is_not_moved_behind_the_ketamine_session_that_needs_it()
    {
        var practice = await scheduling.PracticeAsync(rooms: 2, roles: ["therapist", "prescriber", "nurse"]);
        var account = Guid.CreateVersion7();
        var client = scheduling.ClientOf(account);
        var preparation = await client.BookedAsync(practice, Wednesday.AddHours(10));
        var intake = new IntakeSays(account);
        await scheduling.DeliverAsync(intake.Cleared());
        await scheduling.DeliverAsync(intake.ConsentSigned());
        var session = await Eventually.FoundAsync(async () =>
        {
            var answer = await client.BookAsync(practice, Wednesday.AddDays(1).AddHours(10), "dosing");
            return answer.StatusCode == HttpStatusCode.Created ? await answer.ReadAsync<Booked>(HttpStatusCode.Created) : null;
        });

        await MoveAsync(client, preparation, Wednesday.AddDays(2).AddHours(10)).ProblemAsync(409, "needed-before-another");
        await MoveAsync(client, preparation, Wednesday.AddHours(13)).ExpectAsync(HttpStatusCode.OK);
        // The session itself moves only to where the gate lets it be.
        await MoveAsync(client, session, Wednesday.AddHours(9)).ProblemAsync(409, "dosing-not-cleared");
        await MoveAsync(client, session, Wednesday.AddDays(2).AddHours(10)).ExpectAsync(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> MoveAsync(HttpClient client, Booked booked, DateTimeOffset startsAt, Guid? practitionerId = null, string etag = "\"1\"") =>
        client.PutIfMatchAsync(Path(booked) + "/time", new { startsAt, practitionerId }, etag);

    private static string Path(Booked booked) => $"/scheduling/v1/appointments/{booked.Id}";
}
