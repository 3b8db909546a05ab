using Journease.Contracts.Scheduling;
using Journease.Testing;

namespace Journease.Notifications.Tests;

/// <summary>Reminders over days that pass in a moment, with two replicas.</summary>
[Trait("Needs", "servers")]
public sealed class RemindingTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    [Fact]
    public async Task Each_reminder_comes_once_whatever_the_number_of_replicas_and_deliveries()
    {
        var person = await AwakePersonAsync();
        _ = notifications.Replica().Services;
        var startsAt = notifications.Clock.GetUtcNow().AddDays(10);
        var booked = NotificationsHost.Booked(person.Account) with { StartsAt = startsAt, EndsAt = startsAt.AddHours(1) };

        await notifications.DeliverAsync(booked, copies: 3);
        await LettersAsync(person, 1);
        await UntilAsync(startsAt.AddDays(-7), person, 2);
        await notifications.DeliverAsync(booked with { EventId = Guid.CreateVersion7() });
        await UntilAsync(startsAt.AddDays(-1), person, 3);
        await UntilAsync(startsAt.AddHours(-2), person, 4);
        await UntilAsync(startsAt.AddHours(1), person, 4);

        Assert.Equal("OneDay OneWeek TwoHours", await notifications.ScalarAsync<string>(
            $"select string_agg(ahead, ' ' order by ahead) from notifications.reminder where appointment_id = '{booked.AggregateId}' and outcome = 'Sent'"));
        Assert.Equal(4, await notifications.ScalarAsync<long>($"select count(*) from notifications.message where about_id = '{booked.AggregateId}'"));
        Assert.Contains("your time", notifications.Post.To(person.Email).First().Text, StringComparison.Ordinal);
        Assert.Equal(4, notifications.Post.To(person.Email).Select(letter => letter.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_moved_appointment_is_reminded_of_at_its_new_time_only_and_a_cancelled_one_never()
    {
        var person = await AwakePersonAsync();
        var startsAt = notifications.Clock.GetUtcNow().AddDays(3);
        var booked = NotificationsHost.Booked(person.Account) with { StartsAt = startsAt, EndsAt = startsAt.AddHours(1) };
        await notifications.DeliverAsync(booked);
        await LettersAsync(person, 1);
        await notifications.DeliverAsync(new AppointmentMoved
        {
            EventId = Guid.CreateVersion7(),
            SubjectId = person.Account,
            AggregateId = booked.AggregateId,
            AggregateVersion = 2,
            StartsAt = startsAt.AddDays(2),
            EndsAt = startsAt.AddDays(2).AddHours(1),
        });
        await LettersAsync(person, 2);

        await UntilAsync(startsAt, person, 2); // the old times pass
        await UntilAsync(startsAt.AddDays(1), person, 3);
        await notifications.DeliverAsync(new AppointmentCancelled { EventId = Guid.CreateVersion7(), SubjectId = person.Account, AggregateId = booked.AggregateId, AggregateVersion = 3 });
        await LettersAsync(person, 4);
        await UntilAsync(startsAt.AddDays(2), person, 4);

        await Eventually.EqualAsync(0L, () => notifications.ScalarAsync<long>(
            $"select count(*) from notifications.reminder where appointment_id = '{booked.AggregateId}' and outcome is null"));
        Assert.Equal(4, notifications.Post.To(person.Email).Count());
    }

    [Fact]
    public async Task While_identity_is_away_a_reminder_waits_and_then_comes()
    {
        var person = await AwakePersonAsync();
        var startsAt = notifications.Clock.GetUtcNow().AddDays(2);
        await notifications.DeliverAsync(NotificationsHost.Booked(person.Account) with { StartsAt = startsAt, EndsAt = startsAt.AddHours(1) });
        await LettersAsync(person, 1);

        notifications.Identity.IsAway = true;
        notifications.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => notifications.Log.ToString().Contains("and wait", StringComparison.Ordinal));
        Assert.Single(notifications.Post.To(person.Email));
        notifications.Identity.IsAway = false;

        await LettersAsync(person, 2);
    }

    // Before the clock moves: a token is good by the real clock.
    private Task<Somebody> AwakePersonAsync() => notifications.AwakePersonAsync();

    private Task LettersAsync(Somebody person, int count)
    {
        _ = notifications.Server;
        return Eventually.EqualAsync(count, () => Task.FromResult(notifications.Post.To(person.Email).Count()));
    }

    private async Task UntilAsync(DateTimeOffset time, Somebody person, int letters)
    {
        notifications.Clock.Advance(time.AddMinutes(1) - notifications.Clock.GetUtcNow());
        await Eventually.EqualAsync(0L, () => notifications.ScalarAsync<long>(
            $"select count(*) from notifications.reminder where outcome is null and look_at <= '{notifications.Clock.GetUtcNow():O}'"));
        await LettersAsync(person, letters);
    }
}
