using Journease.Identity.Accounts;
using Journease.Identity.Mail;
using Journease.Identity.Sessions;
using Journease.Identity.Throttling;
using Journease.Mail;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Notices;

/// <summary>Tells a person by letter that somebody signs in on a device that their account has not seen; from then on the device is known.</summary>
internal sealed class NewDeviceNotices(
    IdentityDbContext db, AccountDetails details, KnownDevice devices, Limits limits, LetterBox letters, PublicAddress address, TimeProvider clock)
{
    /// <summary>Whoever has just opened the account knows that they are signing in for the first time.</summary>
    private static readonly TimeSpan Newcomer = TimeSpan.FromHours(1);

    /// <summary>Before the session is stored: the letter leaves with it.</summary>
    public async Task NoteAsync(HttpContext http, Session session, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == session.AccountId, ct);
        if (await details.OpenAsync(account, ct) is not { } person)
        {
            return;
        }
        var key = limits.AccountKey(person.Email);
        if (devices.IdFor(http, key) is null && !await IsFirstAsync(account, ct))
        {
            await letters.PutAsync(account.Id, "new-device", Write(account, person, session), ct);
        }
        devices.Remember(http, key);
    }

    private async Task<bool> IsFirstAsync(Account account, CancellationToken ct) =>
        clock.GetUtcNow() - account.OpenedAt < Newcomer && !await db.Sessions.AnyAsync(session => session.AccountId == account.Id, ct);

    private Letter Write(Account account, PersonalDetails person, Session session) => Letter.Write(
        person.Email,
        "A new sign-in to your account",
        $"on {TimeZones.InWords(clock.GetUtcNow(), account.TimeZone)} somebody signed in to your account on a device that is new to us: {session.Device}. If it was you, there is nothing to do.",
        "If it was not you, open your account, sign that device out, and choose another password:",
        new LetterPart("Open your account", address.Link(Addresses.Account)));
}
