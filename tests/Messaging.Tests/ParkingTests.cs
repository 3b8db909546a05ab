using System.Net;
using System.Net.Http.Headers;
using Journease.Messaging.Parking;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Builder;

namespace Journease.Messaging.Tests;

[Trait("Needs", "servers")]
public sealed class ParkingTests(Desks desks) : IClassFixture<Desks>, IAsyncLifetime
{
    private const string Clearance = "Journease.Contracts.Intake.ClearanceWithdrawn";

    private static readonly Guid Ann = Guid.CreateVersion7();
    private static readonly Guid Ben = Guid.CreateVersion7();

    private WebApplication desk = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_parked_message_is_listed_and_the_service_is_degraded()
    {
        var id = await ParkedAsync();

        var listed = await As(Ann).GetAsync("/desk/v1/parked-messages", Ct);

        var messages = await listed.ReadAsync<List<ListParkedMessages.Response>>();
        Assert.Equal("TestRefusal", Assert.Single(messages, message => message.MessageId == id).Error);
        using var anybody = Client();
        Assert.Equal("Degraded", await (await anybody.GetAsync("/health", Ct).ExpectAsync(HttpStatusCode.OK)).Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task A_replayed_message_is_sent_and_it_is_written_down_who_did_it_and_why()
    {
        var id = await ParkedAsync();

        await As(Ann).PostOnceAsync($"/desk/v1/parked-messages/{id}/replay", new { reason = "The exchange is there now." }).ExpectAsync(HttpStatusCode.NoContent);

        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync($"event_id = '{id}'"));
        Assert.Equal(("replayed", Ann), await LastActAsync(id));
    }

    [Fact]
    public async Task An_ordinary_message_is_dropped_by_one_operator()
    {
        var id = await ParkedAsync();

        var dropped = await As(Ann).PostOnceAsync($"/desk/v1/parked-messages/{id}/drop", new { reason = "Superseded." }).ReadAsync<DropParkedMessage.Response>();

        Assert.True(dropped.Dropped);
        Assert.Equal(("dropped", Ann), await LastActAsync(id));
        await As(Ann).PostOnceAsync($"/desk/v1/parked-messages/{id}/replay", new { reason = "Oh." }).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_message_about_a_clearance_is_dropped_only_when_a_second_person_says_the_same()
    {
        var id = await ParkedAsync(Clearance);

        var requested = await As(Ann).PostOnceAsync($"/desk/v1/parked-messages/{id}/drop", new { reason = "Sent by hand." }).ReadAsync<DropParkedMessage.Response>(HttpStatusCode.Accepted);
        await As(Ann).PostOnceAsync($"/desk/v1/parked-messages/{id}/drop", new { reason = "Really." }).ProblemAsync(409, "second-person-needed");
        var confirmed = await As(Ben, Roles.Administrator).PostOnceAsync($"/desk/v1/parked-messages/{id}/drop", new { reason = "I agree." }).ReadAsync<DropParkedMessage.Response>();

        Assert.Equal((false, true), (requested.Dropped, confirmed.Dropped));
        Assert.Equal(("dropped", Ben), await LastActAsync(id));
        Assert.Equal(2, await desks.Database.ReadAsync<long>($"select count(*) from desk.parked_message_act where message_id = '{id}'"));
    }

    [Fact]
    public async Task A_request_to_drop_does_not_outlive_the_time_that_it_was_about()
    {
        var id = await ParkedAsync(Clearance);
        await As(Ann).PostOnceAsync($"/desk/v1/parked-messages/{id}/drop", new { reason = "Sent by hand." }).ExpectAsync(HttpStatusCode.Accepted);
        await desks.Database.ExecuteAsync($"update desk.outbox_message set parked_at = parked_at + interval '1 second' where message_id = '{id}'");

        await As(Ben).PostOnceAsync($"/desk/v1/parked-messages/{id}/drop", new { reason = "I agree." }).ExpectAsync(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Nobody_but_an_operator_or_administrator_may_look()
    {
        using var anybody = Client();
        await anybody.GetAsync("/desk/v1/parked-messages", Ct).ProblemAsync(401);
        await As(Ann, Roles.Nurse).GetAsync("/desk/v1/parked-messages", Ct).ProblemAsync(403);
    }

    [Fact]
    public async Task A_reason_is_needed()
    {
        var id = await ParkedAsync();

        var problem = await As(Ann).PostOnceAsync($"/desk/v1/parked-messages/{id}/drop", new { reason = " " }).ProblemAsync(400, "invalid");

        Assert.Contains("reason", problem.Errors.Keys);
        await As(Ann).PostAsync($"/desk/v1/parked-messages/{id}/drop", null, Ct).ProblemAsync(400, "invalid");
    }

    [Fact]
    public void Every_endpoint_says_what_it_is_and_who_may_use_it() => EndpointRules.Hold(desk.Services, "/desk/v1");

    public async ValueTask InitializeAsync() => desk = await desks.StartAsync();

    public ValueTask DisposeAsync() => new(desk.StopAsync(CancellationToken.None)); // or its consumer would go on taking messages

    private async Task<Guid> ParkedAsync(string type = "Journease.Contracts.Scheduling.AppointmentBooked")
    {
        var id = Guid.CreateVersion7();
        // In one statement: the dispatcher must not see it before it is parked.
        await desks.Database.ExecuteAsync($"""
            insert into desk.outbox_message (message_id, message_type, ordering_key, body, occurred_at, attempts, last_error, parked_at)
            values ('{id}', '{type}', '{id}', '{Desks.BookedBody(id)}', now(), 10, 'TestRefusal', now())
            """);
        return id;
    }

    private async Task<(string, Guid)> LastActAsync(Guid id) => (
        await desks.Database.ReadAsync<string>($"select act from desk.parked_message_act where message_id = '{id}' order by done_at desc limit 1"),
        await desks.Database.ReadAsync<Guid>($"select done_by from desk.parked_message_act where message_id = '{id}' order by done_at desc limit 1"));

    private HttpClient Client() => new HttpClient { BaseAddress = new Uri(desk.Urls.First()) }.ThroughTheGateway();

    private HttpClient As(Guid person, string role = Roles.Operator)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.For(person, "desk", role));
        return client;
    }
}
