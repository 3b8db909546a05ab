using Journease.Mail;
using Journease.Notifications.Delivery;
using Journease.Notifications.Messages;
using Microsoft.Extensions.Options;

namespace Journease.Notifications.Letters;

/// <summary>Writes letters to people: that there is something to see, and where; never what. Every subject is the same.</summary>
internal sealed class LetterWriter(PortalAddress portal, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>A letter about one message; with its time for the calendar, where the message is about one.</summary>
    public Letter About(MessageKind kind, Contact contact, AppointmentTime? time)
    {
        var words = Words.In(contact.Language);
        var text = kind switch
        {
            _ when kind.IsReminder() => time is null ? words["Other"] : words.With("Reminder", words.Say(time.StartsAt, contact.Zone)),
            MessageKind.EmergencyAccessOpened => words["Other"],
            _ => words[kind.ToString()],
        };
        return Write(words, contact, text) with { Calendar = Calendar(kind, contact, time, words) };
    }

    /// <summary>One letter for everything that has not been read.</summary>
    public Letter Digest(Contact contact)
    {
        var words = Words.In(contact.Language);
        return Write(words, contact, words["Digest"]);
    }

    /// <summary>Calls somebody who is on call.</summary>
    public Letter Page(Contact contact)
    {
        var words = Words.In(contact.Language);
        return Letter.Write(contact.Email, words["PageSubject"], words["Page"], new LetterPart(words["SignIn"], portal.Home));
    }

    private Letter Write(Words words, Contact contact, string text) =>
        Letter.Write(contact.Email, words["Subject"], text, new LetterPart(words["SignIn"], portal.Messages), words["NoAnswer"]) with
        {
            Preferences = portal.Preferences,
            PreferencesText = words["Preferences"],
        };

    private CalendarPart? Calendar(MessageKind kind, Contact contact, AppointmentTime? time, Words words)
    {
        var method = kind switch
        {
            MessageKind.AppointmentBooked or MessageKind.AppointmentMoved => CalendarEntry.Request,
            MessageKind.AppointmentCancelled => CalendarEntry.Cancel,
            _ => null,
        };
        return method is null || time is null
            ? null
            : CalendarEntry.For(method, time, words["CalendarSummary"], contact.Email, options.Value, clock.GetUtcNow());
    }
}
