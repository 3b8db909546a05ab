using Journease.Notifications.Messages;
using Journease.Notifications.Phones;
using Journease.Notifications.Preferences;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Delivery;

/// <summary>Puts a message on the ways that the person chose for it, in the transaction that records it.</summary>
internal sealed class Ways(NotificationsDbContext db, IEnumerable<IPhoneWay> phones, TimeProvider clock)
{
    // What is so near is not left to tomorrow's letter.
    private static readonly TimeSpan TooNearForADigest = TimeSpan.FromHours(36);

    public async Task SendAsync(Message message, Guid account, CancellationToken ct)
    {
        var preference = await PreferenceTable.OfAsync(db, account, ct);
        var topic = message.Kind.IsReminder() ? Topic.Reminders : Topic.Appointments;
        await AnnounceAsync(message, account, preference, topic, ct);
        if (!preference.Email.Contains(topic))
        {
            return;
        }
        if (topic is Topic.Reminders || preference.DigestAt is null || await IsNearAsync(message, ct))
        {
            db.Mail.Add(PersonMail.Of(message, account, clock.GetUtcNow()));
        }
        else
        {
            await PersonMailTable.EnsureDigestAsync(db, account, clock.GetUtcNow(), ct);
        }
    }

    // Only by the ways that there are, or notices would wait for nobody.
    private async Task AnnounceAsync(Message message, Guid account, Preference preference, Topic topic, CancellationToken ct)
    {
        var names = phones.Select(way => way.Name).Where(name => (name == IPhoneWay.Sms ? preference.Sms : preference.Push).Contains(topic)).ToList();
        if (names.Count > 0)
        {
            var devices = await db.Devices.AsNoTracking().Where(device => device.AccountId == account && names.Contains(device.Way)).ToListAsync(ct);
            db.PhoneNotices.AddRange(devices.Select(device => PhoneNotice.Of(message.Id, device, clock.GetUtcNow())));
        }
    }

    private async Task<bool> IsNearAsync(Message message, CancellationToken ct) =>
        await db.Appointments.FindAsync([message.AboutId], ct) is { StartsAt: { } startsAt } && startsAt - clock.GetUtcNow() < TooNearForADigest;
}
