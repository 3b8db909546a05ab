using Journease.Testing;

namespace Journease.Notifications.Tests;

/// <summary>Letters that wait for the morning, or for the one letter of the day.</summary>
[Trait("Needs", "servers")]
public sealed class QuietMailTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    [Fact]
    public async Task News_wait_until_it_is_no_longer_quiet_unless_the_appointment_is_before_that()
    {
        var person = await SleepingPersonAsync(out var wakes);
        var far = NotificationsHost.Booked(person.Account);
        var near = far with { EventId = Guid.CreateVersion7(), AggregateId = Guid.CreateVersion7(), StartsAt = wakes.AddMinutes(-30), EndsAt = wakes };

        await notifications.DeliverAsync(far);
        await notifications.DeliverAsync(near);

        await Eventually.EqualAsync(1L, () => notifications.ScalarAsync<long>(
            $"select count(*) from notifications.mail where owner_id = '{person.Account}' and sent_at is null and attempts = 0 and available_at > '{notifications.Clock.GetUtcNow():O}'"));
        await LettersAsync(person, 1);
        notifications.Clock.Advance(wakes.AddMinutes(1) - notifications.Clock.GetUtcNow());
        await LettersAsync(person, 2);
    }

    [Fact]
    public async Task Whoever_wants_one_letter_a_day_gets_one_letter_a_day()
    {
        var person = await notifications.AwakePersonAsync("UTC");
        var digestAt = TimeOnly.FromDateTime(notifications.Clock.GetUtcNow().AddHours(2).UtcDateTime);
        await notifications.ChooseAsync(person.Account, new { digestAt });
        for (var count = 0; count < 3; count++)
        {
            await notifications.DeliverAsync(NotificationsHost.Booked(person.Account));
        }
        await notifications.ToldAsync(person.Account, 3);

        await Eventually.EqualAsync(0L, () => notifications.ScalarAsync<long>(
            $"select count(*) from notifications.mail where owner_id = '{person.Account}' and not (kind = 'digest' and available_at > '{notifications.Clock.GetUtcNow():O}')"));
        Assert.Empty(notifications.Post.To(person.Email));
        notifications.Clock.Advance(TimeSpan.FromHours(2));

        await Eventually.EqualAsync(0L, () => notifications.ScalarAsync<long>(
            $"select count(*) from notifications.mail where owner_id = '{person.Account}' and sent_at is null and given_up_at is null"));
        await LettersAsync(person, 1);
        Assert.Contains("messages that you have not read", notifications.Post.To(person.Email).Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_no_letters_gets_none_and_finds_everything_in_the_portal()
    {
        var person = await notifications.AwakePersonAsync();
        await notifications.ChooseAsync(person.Account, new { email = new { appointments = false, reminders = false } });

        await notifications.DeliverAsync(NotificationsHost.Booked(person.Account));

        await notifications.ToldAsync(person.Account, 1);
        Assert.Equal(0, await notifications.ScalarAsync<long>($"select count(*) from notifications.mail where owner_id = '{person.Account}'"));
    }

    // The hours are laid around the present: it has been quiet for an hour and is for two more.
    private Task<Somebody> SleepingPersonAsync(out DateTimeOffset wakes)
    {
        var now = notifications.Clock.GetUtcNow();
        var until = now.AddHours(2);
        wakes = until;
        return ChooseAsync(new { from = TimeOnly.FromDateTime(now.AddHours(-1).UtcDateTime), until = TimeOnly.FromDateTime(until.UtcDateTime) });

        async Task<Somebody> ChooseAsync(object quietHours)
        {
            var person = await notifications.AwakePersonAsync("UTC");
            await notifications.ChooseAsync(person.Account, new { quietHours });
            return person;
        }
    }

    private Task LettersAsync(Somebody person, int count) =>
        Eventually.EqualAsync(count, () => Task.FromResult(notifications.Post.To(person.Email).Count()));
}
