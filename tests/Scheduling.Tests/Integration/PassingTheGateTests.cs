using System.Net;
using Journease.Contracts;
using Journease.Contracts.Scheduling;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;
using Npgsql;

namespace Journease.Scheduling.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class PassingTheGateTests(SchedulingHost scheduling) : IClassFixture<SchedulingHost>
{
    private static readonly DateTimeOffset Tuesday = SchedulingHost.Monday.AddDays(1);
    private static readonly DateTimeOffset Thursday = SchedulingHost.Monday.AddDays(3).AddHours(10);

    [Fact]
    public async Task Without_clearance_the_refusal_names_every_condition_and_what_to_do()
    {
        var practice = await DosingPracticeAsync();
        var client = scheduling.SomeClient;

        using var refusal = await client.BookAsync(practice, Thursday, "dosing");
        var text = await refusal.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await refusal.ProblemAsync(409, "dosing-not-cleared");

        Assert.All(["\"clearance\"", "\"sessions-left\"", "\"treatment-consent\"", "\"preparation-arranged\"", "whatToDo"], code => Assert.Contains(code, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cleared_and_prepared_client_books_with_prescriber_nurse_room_and_chair_for_the_whole_hold()
    {
        var (practice, client, _) = await ReadyAsync();

        var booked = await scheduling.ClientOf(client).BookedAsync(practice, Thursday, "dosing");

        Assert.Equal([practice.The(Roles.Prescriber).Id, practice.The(Roles.Nurse).Id], booked.PractitionerIds.OrderBy(id => id != practice.The(Roles.Prescriber).Id));
        Assert.Equal(Thursday.AddMinutes(180), booked.EndsAt);
        Assert.Equal(5, await scheduling.ScalarAsync<long>(
            $"SELECT count(*) FROM scheduling.claim WHERE appointment_id = '{booked.Id}' AND upper(during) - lower(during) = interval '210 minutes'"));
    }

    [Fact]
    public async Task A_second_session_too_close_to_the_first_is_refused()
    {
        var (practice, client, _) = await ReadyAsync();
        await scheduling.ClientOf(client).BookedAsync(practice, Thursday, "dosing");

        await scheduling.ClientOf(client).BookAsync(practice, Thursday.AddDays(1), "dosing").ProblemAsync(409, "dosing-not-cleared");
        await scheduling.ClientOf(client).BookedAsync(practice, Thursday.AddDays(4), "dosing");
    }

    [Fact]
    public async Task A_withdrawn_clearance_puts_what_is_booked_on_hold_until_a_prescriber_releases_it()
    {
        var (practice, client, intake) = await ReadyAsync();
        var booked = await scheduling.ClientOf(client).BookedAsync(practice, Thursday, "dosing");

        await scheduling.DeliverAsync(intake.ClearanceWithdrawn(), copies: 3);

        await scheduling.PublishedAsync<AppointmentHeldForReview>(fact => fact.AggregateId == booked.Id);
        await StatusBecomesAsync(booked.Id, "Held");
        var path = $"/scheduling/v1/appointments/{booked.Id}/release";
        await scheduling.ClientOf(client).PostOnceAsync(path).ProblemAsync(403, "not-allowed");
        await scheduling.Coordinator.PostOnceAsync(path).ProblemAsync(403, "not-allowed");
        await scheduling.Prescriber.PostOnceAsync(path).ProblemAsync(409, "dosing-not-cleared");

        await scheduling.DeliverAsync(new IntakeSays(client).Cleared());
        await MissingBecomesAsync(client, []);
        Assert.Equal("Held", await StatusAsync(booked.Id));
        var released = await scheduling.Prescriber.PostOnceAsync(path).ReadAsync<Booked>();

        Assert.Equal("booked", released.Status);
        await scheduling.PublishedAsync<AppointmentReleased>(fact => fact.AggregateId == booked.Id);
        Assert.Single(scheduling.Published<AppointmentHeldForReview>(), fact => fact.AggregateId == booked.Id);
    }

    [Fact]
    public async Task A_clearance_that_ends_puts_what_is_booked_on_hold()
    {
        var (practice, client, intake) = await ReadyAsync();
        var booked = await scheduling.ClientOf(client).BookedAsync(practice, Thursday, "dosing");

        // Cut short to a second from now: the session is no longer covered, and the due row goes when it is due.
        await scheduling.DeliverAsync(intake.Cleared(until: scheduling.Clock.GetUtcNow().AddSeconds(1), version: 3));

        await StatusBecomesAsync(booked.Id, "Held");
        await Eventually.EqualAsync(0L, () => scheduling.ScalarAsync<long>($"SELECT count(*) FROM scheduling.clearance_expiry WHERE client_id = '{client}'"));
    }

    [Fact]
    public async Task Expiry_alone_without_any_event_holds_a_session()
    {
        var (practice, client, _) = await ReadyAsync();
        var booked = await scheduling.ClientOf(client).BookedAsync(practice, Thursday, "dosing");

        await scheduling.ScalarAsync<long>($"""
            UPDATE scheduling.gate SET clearances = jsonb_set(clearances, ARRAY['0', 'ExpiresAt'], to_jsonb('2026-10-05T12:00:00+00:00'::text)) WHERE id = '{client}';
            UPDATE scheduling.clearance_expiry SET due_at = '2026-10-05T12:00:00+00:00' WHERE client_id = '{client}'
            """);

        await StatusBecomesAsync(booked.Id, "Held");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Events_in_any_order_and_more_than_once_end_in_the_same_state(int seed)
    {
        var client = Guid.CreateVersion7();
        var intake = new IntakeSays(client);
        List<IEvent> events =
        [
            intake.Cleared(), intake.ClearanceWithdrawn(), intake.ConsentSigned(), intake.ConsentWithdrawn(),
            intake.ConcernRaised(), intake.ConcernAcknowledged(), intake.ConcernClosed(),
        ];
        var order = seed == 0 ? [.. Enumerable.Reverse(events)] : events.OrderBy(fact => HashCode.Combine(fact.GetType().Name.Length, seed * 7919)).ToList();

        foreach (var fact in order)
        {
            await scheduling.DeliverAsync(fact, copies: 2);
        }

        await Eventually.EqualAsync(7L, () => scheduling.ScalarAsync<long>(
            $"SELECT count(*) FROM scheduling.inbox_message WHERE message_id IN ({string.Join(',', events.Select(fact => $"'{fact.EventId}'"))})"));
        Assert.Equal("false 2 false 2 false 3", await scheduling.ScalarAsync<string>($"""
            SELECT concat_ws(' ', clearances->0->>'InForce', clearances->0->>'SourceVersion', consents->0->>'InForce', consents->0->>'SourceVersion', concerns->0->>'Open', concerns->0->>'SourceVersion')
            FROM scheduling.gate WHERE id = '{client}'
            """));
    }

    [Fact]
    public async Task A_withdrawal_that_waits_for_a_booking_finds_it_and_holds_it()
    {
        var (practice, client, intake) = await ReadyAsync();
        await using var blocker = await LockGateAsync(client);

        // Both wait for the gate row; whichever comes first, nothing booked stays booked.
        var booking = scheduling.ClientOf(client).BookAsync(practice, Thursday, "dosing");
        await WaitersAsync(1);
        await scheduling.DeliverAsync(intake.ClearanceWithdrawn());
        await WaitersAsync(2);
        await blocker.DisposeAsync();

        var booked = await booking.ReadAsync<Booked>(HttpStatusCode.Created);
        await StatusBecomesAsync(booked.Id, "Held");
    }

    [Fact]
    public async Task A_booking_that_waits_for_a_withdrawal_is_refused()
    {
        var (practice, client, intake) = await ReadyAsync();
        await using var blocker = await LockGateAsync(client);

        await scheduling.DeliverAsync(intake.ClearanceWithdrawn());
        await WaitersAsync(1);
        var booking = scheduling.ClientOf(client).BookAsync(practice, Thursday, "dosing");
        await WaitersAsync(2);
        await blocker.DisposeAsync();

        await booking.ProblemAsync(409, "dosing-not-cleared");
    }

    [Fact]
    public async Task A_person_sees_their_own_gate_and_nobody_else_s()
    {
        var (_, client, _) = await ReadyAsync();
        var ct = TestContext.Current.CancellationToken;

        var gate = await scheduling.ClientOf(client).GetAsync("/scheduling/v1/gate", ct).ReadAsync<GateView>();

        Assert.Equal([("booked", true), ("confirmed", false), ("started", false)], gate.Stages.Select(stage => (stage.Name, stage.Open)));
        Assert.Equal(["preparation-done", "escort-named"], gate.Stages[1].Missing.Select(missing => missing.Code));
        await scheduling.SomeClient.GetAsync($"/scheduling/v1/gate?clientId={client}", ct).ProblemAsync(404, "not-found");
        await scheduling.Prescriber.GetAsync($"/scheduling/v1/gate?clientId={client}", ct).ExpectAsync(HttpStatusCode.OK);
    }

    private Task<Practice> DosingPracticeAsync() => scheduling.PracticeAsync(rooms: 2, roles: [Roles.Prescriber, Roles.Nurse, Roles.Therapist]);

    /// <summary>A client with clearance, consent and a preparation on Tuesday.</summary>
    private async Task<(Practice Practice, Guid Client, IntakeSays Intake)> ReadyAsync()
    {
        var practice = await DosingPracticeAsync();
        var client = Guid.CreateVersion7();
        var intake = new IntakeSays(client);
        await scheduling.ClientOf(client).BookedAsync(practice, Tuesday.AddHours(10));
        await scheduling.DeliverAsync(intake.Cleared());
        await scheduling.DeliverAsync(intake.ConsentSigned());
        await MissingBecomesAsync(client, []);
        return (practice, client, intake);
    }

    private Task MissingBecomesAsync(Guid client, string[] codes) => Eventually.EqualAsync(string.Join(' ', codes), async () =>
    {
        var gate = await scheduling.ClientOf(client).GetAsync("/scheduling/v1/gate", TestContext.Current.CancellationToken).ReadAsync<GateView>();
        return string.Join(' ', gate.Stages[0].Missing.Select(missing => missing.Code));
    });

    private Task StatusBecomesAsync(Guid appointment, string status) => Eventually.EqualAsync(status, () => StatusAsync(appointment)!);

    private Task<string?> StatusAsync(Guid appointment) => scheduling.ScalarAsync<string>($"SELECT status FROM scheduling.appointment WHERE id = '{appointment}'");

    private async Task<NpgsqlConnection> LockGateAsync(Guid client)
    {
        var connection = new NpgsqlConnection(scheduling.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"BEGIN; SELECT 1 FROM scheduling.gate WHERE id = '{client}' FOR UPDATE", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private Task WaitersAsync(long count) => Eventually.EqualAsync(count, () => scheduling.ScalarAsync<long>(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE '%gate%'"));

    private sealed record GateView(Guid ClientId, Guid? AppointmentId, IReadOnlyList<StageView> Stages);

    private sealed record StageView(string Name, bool Open, IReadOnlyList<MissingView> Missing);

    private sealed record MissingView(string Code, string Sentence, string WhatToDo);
}
