using Journease.Notifications.Messages;
using Journease.Notifications.Preferences;

namespace Journease.Notifications.Delivery;

/// <summary>Puts a message on the ways that the person chose for it, in the transaction that records it.</summary>
internal sealed class Ways(NotificationsDbContext db, TimeProvider clock)
{
    // What is so near is not left to tomorrow's letter.
    private static readonly TimeSpan TooNearForADigest = TimeSpan.FromHours(36);

    public async Task SendAsync(Message message, Guid account, CancellationToken ct)
    {
        var preference = await PreferenceTable.OfAsync(db, account, ct);
        var topic = message.Kind.IsReminder() ? Topic.Reminders : Topic.Appointments;
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

    private async Task<bool> IsNearAsync(Message message, CancellationToken ct) =>
        await db.Appointments.FindAsync([message.AboutId], ct) is { StartsAt: { } startsAt } && startsAt - clock.GetUtcNow() < TooNearForADigest;
}
