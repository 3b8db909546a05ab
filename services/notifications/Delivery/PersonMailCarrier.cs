using Journease.Mail;
using Journease.Notifications.Appointments;
using Journease.Notifications.Letters;
using Journease.Notifications.Messages;
using Journease.Notifications.Preferences;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Delivery;

/// <summary>Sends a person's e-mail: asks identity for the address, keeps the quiet hours, and leaves out what is no longer true.</summary>
internal sealed class PersonMailCarrier(
    NotificationsDbContext db, IdentityClient identity, LetterWriter letters, MailServer server, TimeProvider clock) : ICarrier<PersonMail>
{
    private static readonly TimeSpan BetweenDigests = TimeSpan.FromHours(12);

    public async Task<Carried> CarryAsync(Claimed claimed, CancellationToken ct)
    {
        var mail = await db.Mail.AsNoTracking().SingleAsync(mail => mail.Id == claimed.Id, ct);
        if (await identity.ContactAsync(mail.OwnerId, ct) is not { } contact)
        {
            return Carried.Unnecessary("no-account");
        }
        var preference = await PreferenceTable.OfAsync(db, mail.OwnerId, ct);
        return mail.MessageId is { } message
            ? await CarryMessageAsync(claimed, message, contact, preference, ct)
            : await CarryDigestAsync(claimed, mail, contact, preference, ct);
    }

    private async Task<Carried> CarryMessageAsync(Claimed claimed, Guid id, Contact contact, Preference preference, CancellationToken ct)
    {
        var message = await db.Messages.AsNoTracking().SingleAsync(message => message.Id == id, ct);
        var appointment = await db.Appointments.AsNoTracking().SingleOrDefaultAsync(appointment => appointment.Id == message.AboutId, ct);
        if (NotNow(message, appointment, preference, contact) is { } carried)
        {
            return carried;
        }
        await server.SendAsync(claimed, letters.About(message.Kind, contact, AppointmentTime.Of(appointment)), ct);
        return Carried.Over;
    }

    private Carried? NotNow(Message message, Appointment? appointment, Preference preference, Contact contact)
    {
        var now = clock.GetUtcNow();
        if (message.Kind.TellsTime() && appointment is not null
            && (appointment.TimeVersion > message.FactVersion || appointment.State is AppointmentState.Cancelled))
        {
            return Carried.Unnecessary("overtaken");
        }
        if (message.Kind.IsReminder() && appointment?.StartsAt <= now)
        {
            return Carried.Unnecessary("too-late");
        }
        if (preference.Quiet?.EndOf(now, contact.Zone) is not { } end)
        {
            return null;
        }
        // News of what begins before the night is over cannot wait; a reminder of it that could not leave in time helps nobody at night.
        var waits = !(appointment?.StartsAt <= end);
        return waits ? Carried.NotBefore(end) : message.Kind.IsReminder() ? Carried.Unnecessary("quiet-hours") : null;
    }

    private async Task<Carried> CarryDigestAsync(Claimed claimed, PersonMail digest, Contact contact, Preference preference, CancellationToken ct)
    {
        var at = preference.DigestAt ?? QuietHours.AtNight.Until;
        var first = WallClock.Next(at, digest.WrittenAt, contact.Zone);
        if (first > clock.GetUtcNow())
        {
            return Carried.NotBefore(first);
        }
        var last = await db.Mail.Where(mail => mail.OwnerId == digest.OwnerId && mail.Kind == PersonMail.SeveralMessages).MaxAsync(mail => mail.SentAt, ct);
        if (!await db.Messages.AnyAsync(message => message.AccountId == digest.OwnerId && message.ReadAt == null, ct))
        {
            return Carried.Unnecessary("all-read");
        }
        if (clock.GetUtcNow() - last < BetweenDigests)
        {
            return Carried.NotBefore(WallClock.Next(at, clock.GetUtcNow(), contact.Zone));
        }
        await server.SendAsync(claimed, letters.Digest(contact), ct);
        return Carried.Over;
    }
}
