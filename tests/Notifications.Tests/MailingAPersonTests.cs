using Journease.Contracts.Scheduling;
using Journease.MailCatcher.Messages;
using Journease.Testing;

namespace Journease.Notifications.Tests;

/// <summary>What comes into a person's mailbox. The hosts' people have no quiet hours unless a test is about them.</summary>
[Trait("Needs", "servers")]
public sealed class MailingAPersonTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    private static readonly string[] Revealing =
        ["ketamine", "dosing", "preparation", "trauma", "therapy", "treatment", "clinic", "session", "hold", "prescriber", "review"];

    [Fact]
    public async Task A_new_appointment_becomes_one_neutral_letter_as_text_and_html_that_leads_to_the_portal()
    {
        var person = await notifications.AwakePersonAsync();
        var booked = NotificationsHost.Booked(person.Account);

        await notifications.DeliverAsync(booked, copies: 3);
        await notifications.DeliverAsync(booked with { EventId = Guid.CreateVersion7() });

        var letter = await LetterAsync(person, 1);
        Assert.Equal("You have a message from Journease", letter.Subject);
        Assert.Contains("https://portal.test/journey#messages", letter.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://portal.test/journey#messages\"", letter.Html, StringComparison.Ordinal);
        Assert.Equal("<https://portal.test/messages/preferences>", letter.ListUnsubscribe);
        Assert.All(Revealing, word => Assert.DoesNotContain(word, letter.Subject + letter.Text + letter.Html + letter.Calendar, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(booked.AggregateId.ToString(), letter.Text + letter.Html, StringComparison.OrdinalIgnoreCase);
        await notifications.DrainedAsync(Guid.CreateVersion7());
        Assert.Single(notifications.Post.To(person.Email));
    }

    [Fact]
    public async Task The_calendar_gets_one_entry_that_follows_the_appointment()
    {
        var person = await notifications.AwakePersonAsync();
        var booked = NotificationsHost.Booked(person.Account);

        await notifications.DeliverAsync(booked);
        var first = await LetterAsync(person, 1);
        await notifications.DeliverAsync(Moved(booked, version: 2));
        var second = await LetterAsync(person, 2);
        await notifications.DeliverAsync(Cancelled(booked, version: 3));
        var third = await LetterAsync(person, 3);

        Assert.Equal((Line(first, "UID"), Line(first, "UID")), (Line(second, "UID"), Line(third, "UID")));
        Assert.Equal(("1", "2", "3"), (Line(first, "SEQUENCE"), Line(second, "SEQUENCE"), Line(third, "SEQUENCE")));
        Assert.Equal(("20310506T090000Z", "20310506T100000Z"), (Line(first, "DTSTART"), Line(first, "DTEND")));
        Assert.Equal("20310507T090000Z", Line(second, "DTSTART"));
        Assert.Equal(("REQUEST", "REQUEST", "CANCEL"), (Line(first, "METHOD"), Line(second, "METHOD"), Line(third, "METHOD")));
        Assert.Equal(("Appointment", "CANCELLED"), (Line(third, "SUMMARY"), Line(third, "STATUS")));
    }

    [Fact]
    public async Task What_was_overtaken_while_it_waited_is_not_sent_any_more()
    {
        var person = await notifications.AwakePersonAsync();
        var booked = NotificationsHost.Booked(person.Account);

        await notifications.DeliverAsync(Moved(booked, version: 2)); // before the booking itself
        await LetterAsync(person, 1);
        await notifications.DeliverAsync(booked);
        await notifications.ToldAsync(person.Account, 2);

        await Eventually.EqualAsync("unneeded overtaken", () => notifications.ScalarAsync<string>(
            $"select last_failure from notifications.mail where owner_id = '{person.Account}' and given_up_at is not null")!);
        Assert.Single(notifications.Post.To(person.Email));
    }

    [Fact]
    public async Task Neither_the_database_nor_the_log_knows_where_the_person_is_reached()
    {
        var person = await notifications.AwakePersonAsync();
        await notifications.DeliverAsync(NotificationsHost.Booked(person.Account));
        await LetterAsync(person, 1);

        var dump = await DatabaseDump.WithoutKeysAsync(notifications.ConnectionString);

        Assert.False(dump.Tells(person.Email));
        Assert.DoesNotContain(person.Email, notifications.Log.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Somebody_whose_account_is_closed_is_not_written_to()
    {
        var closed = Guid.CreateVersion7();

        await notifications.DeliverAsync(NotificationsHost.Booked(closed));

        await Eventually.EqualAsync("unneeded no-account", () => notifications.ScalarAsync<string>(
            $"select last_failure from notifications.mail where owner_id = '{closed}' and given_up_at is not null")!);
    }

    private static AppointmentMoved Moved(AppointmentBooked booked, long version) => new()
    {
        EventId = Guid.CreateVersion7(),
        SubjectId = booked.SubjectId,
        AggregateId = booked.AggregateId,
        AggregateVersion = version,
        StartsAt = booked.StartsAt.AddDays(1),
        EndsAt = booked.EndsAt.AddDays(1),
    };

    private static AppointmentCancelled Cancelled(AppointmentBooked booked, long version) => new()
    {
        EventId = Guid.CreateVersion7(),
        SubjectId = booked.SubjectId,
        AggregateId = booked.AggregateId,
        AggregateVersion = version,
    };

    private static string Line(CaughtMessage letter, string name) => letter.Calendar.Split('\n', StringSplitOptions.TrimEntries)
        .Single(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>The person's newest letter, once there are so many.</summary>
    private async Task<CaughtMessage> LetterAsync(Somebody person, int count)
    {
        _ = notifications.Server;
        await Eventually.EqualAsync(count, () => Task.FromResult(notifications.Post.To(person.Email).Count()));
        return notifications.Post.To(person.Email).First();
    }
}
