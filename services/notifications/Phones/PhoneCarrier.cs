using Journease.Mail;
using Journease.Notifications.Delivery;
using Journease.Notifications.Preferences;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Phones;

/// <summary>Shows on a telephone that there is a message, outside the person's quiet hours.</summary>
internal sealed class PhoneCarrier(
    NotificationsDbContext db, Seals seals, IdentityClient identity, IEnumerable<IPhoneWay> ways, TimeProvider clock) : ICarrier<PhoneNotice>
{
    public async Task<Carried> CarryAsync(Claimed claimed, CancellationToken ct)
    {
        var device = await db.Devices.AsNoTracking().SingleOrDefaultAsync(
            device => db.PhoneNotices.Any(notice => notice.Id == claimed.Id && notice.DeviceId == device.Id), ct);
        if (device is null || ways.SingleOrDefault(way => way.Name == device.Way) is not { } way
            || await seals.OpenAsync(device.AccountId, KeyPurpose.Personal, Device.PlaceOf(device.Id), device.Address, ct) is not { } address
            || await identity.ContactAsync(device.AccountId, ct) is not { } contact)
        {
            return Carried.Unnecessary("no-device");
        }
        if ((await PreferenceTable.OfAsync(db, device.AccountId, ct)).Quiet?.EndOf(clock.GetUtcNow(), contact.Zone) is { } end)
        {
            return Carried.NotBefore(end);
        }
        await SendAsync(claimed, device, way, address, ct);
        return Carried.Over;
    }

    private async Task SendAsync(Claimed claimed, Device device, IPhoneWay way, string address, CancellationToken ct)
    {
        try
        {
            await way.SendAsync(claimed.Id, address, ct);
        }
        catch (NotTakenException e) when (e.Failure.IsFinal)
        {
            // The app was removed, or the number is somebody else's: nothing more goes there.
            await db.Devices.Where(gone => gone.Id == device.Id).ExecuteDeleteAsync(ct);
            throw;
        }
    }
}
