using System.Net;
using Journease.Contracts.Scheduling;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Scheduling.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class CancellingAndSeeingTests(SchedulingHost scheduling) : IClassFixture<SchedulingHost>
{
    private static readonly DateTimeOffset Wednesday = SchedulingHost.Monday.AddDays(2);

    [Fact]
    public async Task A_client_cancels_a_day_ahead_and_the_time_is_free_again()
    {
        var practice = await scheduling.PracticeAsync();
        var client = scheduling.SomeClient;
        var booked = await client.BookedAsync(practice, Wednesday.AddHours(10));

        var cancelled = await client.PostOnceAsync(Path(booked, "cancel")).ReadAsync<Booked>();
        await client.PostOnceAsync(Path(booked, "cancel")).ExpectAsync(HttpStatusCode.OK);

        Assert.Equal("cancelled", cancelled.Status);
        await scheduling.PublishedAsync<AppointmentCancelled>(fact => fact.AggregateId == booked.Id);
        await scheduling.SomeClient.BookedAsync(practice, Wednesday.AddHours(10));
        Assert.Single(scheduling.Published<AppointmentCancelled>(), fact => fact.AggregateId == booked.Id);
    }

    [Fact]
    public async Task Within_a_day_only_staff_cancel_and_they_say_why()
    {
        var practice = await scheduling.PracticeAsync();
        var client = scheduling.SomeClient;
        var booked = await client.BookedAsync(practice, SchedulingHost.Monday.AddHours(13));

        await client.PostOnceAsync(Path(booked, "cancel")).ProblemAsync(409, "too-late-to-cancel");
        var unexplained = await scheduling.Coordinator.PostOnceAsync(Path(booked, "cancel")).ProblemAsync(400, "reason-missing");
        Assert.Contains("reason", unexplained.Errors.Keys);
        await scheduling.Coordinator.PostOnceAsync(Path(booked, "cancel"), new { reason = "room-unavailable" }).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_else_s_appointment_is_not_there()
    {
        var practice = await scheduling.PracticeAsync();
        var booked = await scheduling.SomeClient.BookedAsync(practice, Wednesday.AddHours(11));
        var ct = TestContext.Current.CancellationToken;
        var otherTherapist = scheduling.ClientFor(Guid.CreateVersion7(), Roles.Therapist);

        await scheduling.SomeClient.GetAsync(Path(booked), ct).ProblemAsync(404, "not-found");
        await scheduling.SomeClient.PostOnceAsync(Path(booked, "cancel")).ProblemAsync(404, "not-found");
        await otherTherapist.GetAsync(Path(booked), ct).ProblemAsync(404, "not-found");
        await otherTherapist.PostOnceAsync(Path(booked, "complete")).ProblemAsync(404, "not-found");
        await scheduling.SomeClient.GetAsync($"/scheduling/v1/appointments?clientId={booked.ClientId}", ct).ProblemAsync(404, "not-found");
        await scheduling.Anonymous.GetAsync(Path(booked), ct).ProblemAsync(401, "not-signed-in");
        await scheduling.ClientFor(practice.People[0].Account, Roles.Therapist).GetAsync(Path(booked), ct).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_held_a_session_marks_it_as_done_once_it_has_begun()
    {
        await using var later = new SchedulingHost();
        await later.InitializeAsync();
        var practice = await later.PracticeAsync();
        var booked = await later.SomeClient.BookedAsync(practice, Wednesday.AddHours(11));
        var therapist = later.ClientFor(practice.People[0].Account, Roles.Therapist);

        await therapist.PostOnceAsync(Path(booked, "complete")).ProblemAsync(409, "appointment-not-started");
        await later.Coordinator.PostOnceAsync(Path(booked, "complete")).ProblemAsync(403, "not-allowed");
        later.Clock.AdvanceTo(booked.StartsAt.AddMinutes(80));
        var done = await therapist.PostOnceAsync(Path(booked, "complete")).ReadAsync<Booked>();

        Assert.Equal("completed", done.Status);
        await later.SomeClient.PostOnceAsync(Path(booked, "complete")).ProblemAsync(403, "not-allowed");
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_in_order_of_time()
    {
        var practice = await scheduling.PracticeAsync();
        var client = scheduling.SomeClient;
        var times = new[] { 13.0, 9, 11 }.Select(hour => Wednesday.AddDays(1).AddHours(hour)).ToList();
        foreach (var time in times)
        {
            await client.BookedAsync(practice, time);
        }

        var read = new List<DateTimeOffset>();
        string? after = null;
        do
        {
            var page = await client.GetAsync("/scheduling/v1/appointments?limit=2" + (after is null ? "" : "&after=" + after), TestContext.Current.CancellationToken).ReadAsync<Page>();
            read.AddRange(page.Items.Select(item => item.StartsAt));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(times.Order(), read);
    }

    private static string Path(Booked booked, string? act = null) => $"/scheduling/v1/appointments/{booked.Id}" + (act is null ? "" : "/" + act);

    private sealed record Page(IReadOnlyList<Booked> Items, string? Next);
}
