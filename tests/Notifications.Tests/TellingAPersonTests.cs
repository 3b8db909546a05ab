using Journease.Contracts.Scheduling;

namespace Journease.Notifications.Tests;

[Trait("Needs", "servers")]
public sealed class TellingAPersonTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    [Fact]
    public async Task A_booked_appointment_becomes_one_neutral_message_for_the_person()
    {
        var person = Guid.CreateVersion7();
        var booked = NotificationsHost.Booked(person);

        await notifications.DeliverAsync(booked);

        var message = Assert.Single(await notifications.ToldAsync(person, 1));
        Assert.Equal("You have a new appointment. Sign in to see it.", message.Text);
        Assert.Equal((booked.AggregateId, null), (message.AppointmentId, message.ReadAt));
    }

    [Fact]
    public async Task Twenty_copies_of_one_event_become_one_message()
    {
        var (person, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await notifications.DeliverAsync(NotificationsHost.Booked(person), copies: 20);
        await notifications.DrainedAsync(other);

        Assert.Single(await notifications.ToldAsync(person, 1));
    }

    [Fact]
    public async Task The_same_fact_under_another_message_id_is_told_once()
    {
        var (person, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var booked = NotificationsHost.Booked(person);

        await notifications.DeliverAsync(booked);
        await notifications.ToldAsync(person, 1);
        await notifications.DeliverAsync(booked with { EventId = Guid.CreateVersion7() });
        await notifications.DrainedAsync(other);

        Assert.Single(await notifications.ToldAsync(person, 1));
    }

    [Fact]
    public async Task No_message_says_what_kind_of_session_it_is()
    {
        var person = Guid.CreateVersion7();
        var id = Guid.CreateVersion7();

        await notifications.DeliverAsync(NotificationsHost.Booked(person) with { AggregateId = id, SessionType = "dosing" });
        await notifications.DeliverAsync(new AppointmentHeldForReview { EventId = Guid.CreateVersion7(), SubjectId = person, AggregateId = id, AggregateVersion = 2 });
        await notifications.DeliverAsync(new AppointmentCancelled { EventId = Guid.CreateVersion7(), SubjectId = person, AggregateId = id, AggregateVersion = 3 });

        var told = await notifications.ToldAsync(person, 3);
        Assert.Equal(3, told.Select(message => message.Text).Distinct().Count());
        string[] revealing = ["dosing", "ketamine", "prescriber", "review", "clearance", "hold", "therapy", "session"];
        Assert.All(told, message => Assert.DoesNotContain(revealing, word => message.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain("dosing", notifications.Log.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_fact_about_nobody_is_not_told()
    {
        var other = Guid.CreateVersion7();
        var booked = NotificationsHost.Booked(other) with { SubjectId = null };

        await notifications.DeliverAsync(booked);
        await notifications.DrainedAsync(other);

        Assert.Equal(0, await notifications.ScalarAsync<long>($"SELECT count(*) FROM notifications.message WHERE about_id = '{booked.AggregateId}'"));
    }
}
