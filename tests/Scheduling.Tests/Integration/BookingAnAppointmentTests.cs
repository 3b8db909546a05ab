using System.Net;
using System.Text.Json;
using Journease.Contracts.Scheduling;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Scheduling.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class BookingAnAppointmentTests(SchedulingHost scheduling) : IClassFixture<SchedulingHost>
{
    private static readonly DateTimeOffset Tuesday = SchedulingHost.Monday.AddDays(1);

    [Fact]
    public async Task A_client_books_a_free_time_and_gets_people_and_a_room()
    {
        var practice = await scheduling.PracticeAsync();
        var client = Guid.CreateVersion7();

        var response = await scheduling.ClientOf(client).BookAsync(practice, Tuesday.AddHours(10));

        var booked = await response.ReadAsync<Booked>(HttpStatusCode.Created);
        Assert.Equal($"/scheduling/v1/appointments/{booked.Id}", response.Headers.Location!.ToString());
        Assert.Equal((client, "preparation", "booked"), (booked.ClientId, booked.SessionType, booked.Status));
        Assert.Equal((Tuesday.AddHours(10), Tuesday.AddMinutes(675)), (booked.StartsAt, booked.EndsAt));
        Assert.Equal((practice.SiteId, "America/New_York"), (booked.SiteId, booked.Zone));
        Assert.Equal([practice.The(Roles.Therapist).Id], booked.PractitionerIds);
        Assert.NotNull(booked.RoomId);
        Assert.Equal(3, await scheduling.ScalarAsync<long>($"SELECT count(*) FROM scheduling.claim WHERE appointment_id = '{booked.Id}'"));
    }

    [Fact]
    public async Task A_booking_is_announced_with_ids_type_and_times()
    {
        var practice = await scheduling.PracticeAsync();
        var booked = await scheduling.SomeClient.BookedAsync(practice, Tuesday.AddHours(11));

        var announced = await scheduling.PublishedAsync<AppointmentBooked>(fact => fact.AggregateId == booked.Id);

        Assert.Equal((booked.ClientId, "preparation", 1L), (announced.SubjectId, announced.SessionType, announced.AggregateVersion));
        Assert.Equal((booked.StartsAt, booked.EndsAt), (announced.StartsAt, announced.EndsAt));
    }

    [Fact]
    public async Task Fifty_people_racing_for_one_time_get_one_booking_and_forty_nine_alternatives()
    {
        var practice = await scheduling.PracticeAsync();
        var rivals = Enumerable.Range(0, 50).Select(_ => scheduling.SomeClient).ToList();

        var answers = await Task.WhenAll(rivals.Select(rival => rival.BookAsync(practice, Tuesday.AddHours(9))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            await answer.ProblemAsync(409, "slot-taken");
            var alternatives = body.RootElement.GetProperty("alternatives");
            Assert.NotEmpty(alternatives.EnumerateArray());
            Assert.All(alternatives.EnumerateArray(), slot => Assert.NotEqual(Tuesday.AddHours(9), slot.GetProperty("startsAt").GetDateTimeOffset()));
        }
        Assert.Equal(0, await scheduling.OverlapsAsync());
    }

    [Fact]
    public async Task Rivals_for_overlapping_times_of_two_people_and_one_room_never_overlap()
    {
        var practice = await scheduling.PracticeAsync(rooms: 1, roles: [Roles.Therapist, Roles.Therapist]);
        var wishes = Enumerable.Range(0, 24).Select(i => (Start: Tuesday.AddHours(13).AddMinutes(15 * (i % 6)), Person: practice.People[i % 2].Id));

        var answers = await Task.WhenAll(wishes.Select(wish => scheduling.SomeClient.PostOnceAsync(
            "/scheduling/v1/appointments", new { sessionType = "preparation", startsAt = wish.Start, practitionerId = wish.Person })));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, answer.StatusCode.ToString()));
        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), 1, 2);
        Assert.Equal(0, await scheduling.OverlapsAsync());
    }

    [Fact]
    public async Task The_same_request_sent_ten_times_at_once_books_once()
    {
        var practice = await scheduling.PracticeAsync();
        var client = scheduling.SomeClient;
        var key = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.BookAsync(practice, Tuesday.AddHours(14), key: key)));

        var bookings = await Task.WhenAll(answers.Select(answer => answer.ReadAsync<Booked>(HttpStatusCode.Created)));
        Assert.Single(bookings.Select(booked => booked.Id).Distinct());
        Assert.Equal(1, await scheduling.ScalarAsync<long>($"SELECT count(*) FROM scheduling.appointment WHERE client_id = '{bookings[0].ClientId}'"));
        await client.BookAsync(practice, Tuesday.AddHours(9), key: key).ProblemAsync(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task Nobody_is_in_two_places_at_once()
    {
        var (here, there) = (await scheduling.PracticeAsync(), await scheduling.PracticeAsync());
        var client = scheduling.SomeClient;
        await client.BookedAsync(here, Tuesday.AddHours(10));

        await client.BookAsync(there, Tuesday.AddHours(10.5)).ProblemAsync(409, "client-has-appointment");
    }

    [Fact]
    public async Task One_room_takes_one_session_although_a_second_therapist_is_free()
    {
        var practice = await scheduling.PracticeAsync(rooms: 1, roles: [Roles.Therapist, Roles.Therapist]);
        await scheduling.SomeClient.BookedAsync(practice, Tuesday.AddHours(10));

        var second = scheduling.SomeClient.PostOnceAsync("/scheduling/v1/appointments",
            new { sessionType = "preparation", startsAt = Tuesday.AddHours(10), practitionerId = practice.People[1].Id });

        await second.ProblemAsync(409, "slot-taken");
    }

    [Fact]
    public async Task A_coordinator_books_for_a_client()
    {
        var practice = await scheduling.PracticeAsync(roles: [Roles.Therapist, Roles.Coordinator]);
        var client = Guid.CreateVersion7();

        var booked = await scheduling.Coordinator.BookAsync(practice, Tuesday.AddHours(15), "inquiry-call", clientId: client)
            .ReadAsync<Booked>(HttpStatusCode.Created);

        Assert.Equal((client, (Guid?)null), (booked.ClientId, booked.RoomId));
        await scheduling.ClientOf(client).GetAsync($"/scheduling/v1/appointments/{booked.Id}", TestContext.Current.CancellationToken).ReadAsync<Booked>();
    }

    [Theory]
    [InlineData(-1, "outside-booking-time")] // past
    [InlineData(8.75, "outside-booking-time")] // in a quarter of an hour
    [InlineData(8000, "outside-booking-time")] // next year
    [InlineData(24 + 8.75, "outside-working-time")] // before work
    [InlineData(24 + 16, "outside-working-time")] // would end after work
    [InlineData((5 * 24) + 10, "outside-working-time")] // Saturday
    [InlineData(24 + 10.1, "outside-working-time")] // not on the quarter
    public async Task A_time_that_is_not_a_free_one_is_refused_by_name(double hours, string code)
    {
        var practice = await scheduling.PracticeAsync();

        await scheduling.SomeClient.BookAsync(practice, SchedulingHost.Monday.AddHours(hours)).ProblemAsync(409, code);
    }

    [Theory]
    [InlineData("mdma", 409, "mdma-information-only")]
    [InlineData("MDMA-assisted-therapy", 409, "mdma-information-only")]
    [InlineData("massage", 400, "unknown-session-type")]
    [InlineData("circle", 409, "arranged-by-practice")]
    public async Task A_session_that_cannot_be_booked_is_refused_by_name(string sessionType, int status, string code)
    {
        var practice = await scheduling.PracticeAsync();

        await scheduling.SomeClient.BookAsync(practice, Tuesday.AddHours(10), sessionType).ProblemAsync(status, code);
    }

    [Fact]
    public async Task A_client_books_only_for_themselves_and_a_coordinator_says_for_whom()
    {
        var practice = await scheduling.PracticeAsync();

        var forOther = await scheduling.SomeClient.BookAsync(practice, Tuesday.AddHours(10), clientId: Guid.CreateVersion7()).ProblemAsync(400, "client-missing");
        await scheduling.Coordinator.BookAsync(practice, Tuesday.AddHours(10)).ProblemAsync(400, "client-missing");

        Assert.Contains("clientId", forOther.Errors.Keys);
    }
}
