using System.ComponentModel.DataAnnotations;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Phones;

/// <summary>An app says how its telephone is reached, under an id that it made; saying it again renews it.</summary>
internal static class RegisterDevice
{
    private const int Most = 20;

    /// <param name="Way"><c>apns</c>, <c>fcm</c> or <c>sms</c>.</param>
    /// <param name="Address">The device token, or the telephone number with its country code.</param>
    public sealed record Request(
        [AllowedValues("apns", "fcm", "sms")] string Way, [StringLength(4096, MinimumLength = 5)] string Address);

    internal static void MapRegisterDevice(this RouteGroupBuilder devices) =>
        devices.MapPut("/{id:guid}", HandleAsync)
            .WithName(nameof(RegisterDevice))
            .WithSummary("Say how this telephone is reached")
            .ProducesValidationProblem()
            .InOneTransaction();

    private static async Task<Results<Ok<DeviceView>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, NotificationsDbContext db, Seals seals, CurrentCaller caller, TimeProvider clock, CancellationToken ct)
    {
        var device = await db.Devices.SingleOrDefaultAsync(device => device.Id == id, ct);
        if (device is not null && device.AccountId != caller.Id)
        {
            return CommonProblems.NotFound.Because("Make a new id for this device.");
        }
        if (device is null && await db.Devices.CountAsync(mine => mine.AccountId == caller.Id, ct) >= Most)
        {
            return PhoneProblems.TooManyDevices.Because($"One person can have {Most} devices. Forget one that you no longer use.");
        }

        var address = await seals.SealAsync(caller.Id, KeyPurpose.Personal, Device.PlaceOf(id), request.Address, ct);
        if (device is null)
        {
            db.Devices.Add(device = Device.Register(id, caller.Id, request.Way, address, clock.GetUtcNow()));
        }
        else
        {
            device.RegisterAgain(request.Way, address, clock.GetUtcNow());
        }
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DeviceView.For(device));
    }
}
