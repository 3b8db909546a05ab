using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Phones;

/// <summary>A person sees on which telephones messages are announced.</summary>
internal static class ListDevices
{
    public sealed record Response(IReadOnlyList<DeviceView> Items);

    internal static void MapListDevices(this RouteGroupBuilder devices) =>
        devices.MapGet("/", HandleAsync)
            .WithName(nameof(ListDevices))
            .WithSummary("The telephones on which your messages are announced");

    private static async Task<Ok<Response>> HandleAsync(NotificationsDbContext db, CurrentCaller caller, CancellationToken ct)
    {
        var devices = await db.Devices.AsNoTracking().Where(device => device.AccountId == caller.Id).OrderBy(device => device.RegisteredAt).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. devices.Select(DeviceView.For)]));
    }
}
