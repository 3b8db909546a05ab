using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Phones;

/// <summary>A person no longer wants messages announced on a telephone. Forgetting twice, or what is not theirs, changes nothing.</summary>
internal static class ForgetDevice
{
    internal static void MapForgetDevice(this RouteGroupBuilder devices) =>
        devices.MapDelete("/{id:guid}", HandleAsync)
            .WithName(nameof(ForgetDevice))
            .WithSummary("Forget a telephone")
            .InOneTransaction();

    private static async Task<NoContent> HandleAsync(Guid id, NotificationsDbContext db, CurrentCaller caller, CancellationToken ct)
    {
        await db.Devices.Where(device => device.Id == id && device.AccountId == caller.Id).ExecuteDeleteAsync(ct);
        return TypedResults.NoContent();
    }
}
