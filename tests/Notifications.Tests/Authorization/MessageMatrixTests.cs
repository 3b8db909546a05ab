using System.Net;
using Journease.Notifications.Paging;
using Journease.Testing;
using Journease.Testing.Authorization;
using Journease.Testing.Services;

namespace Journease.Notifications.Tests.Authorization;

/// <summary>The client owner has one message, and somebody is on call.</summary>
[Trait("Needs", "servers")]
public sealed class MessageMatrixTests(NotificationsHost notifications)
    : AuthorizationMatrix<Program>(notifications, "/notifications/v1", "notifications"), IClassFixture<NotificationsHost>
{
    private readonly NotificationsHost notifications = notifications;

    protected override async Task<Scene> ArrangeAsync()
    {
        var scene = new Scene();
        await notifications.DeliverAsync(NotificationsHost.Booked(scene.Account(Persona.Owner)));
        scene["message"] = (await notifications.ToldAsync(scene.Account(Persona.Owner), 1))[0].MessageId;
        scene["on call"] = await OnCallAsync();
        await notifications.NothingIsOnItsWayAsync();
        return scene;
    }

    private async Task<Guid> OnCallAsync()
    {
        var from = notifications.Clock.GetUtcNow();
        var entered = await notifications.ClientFor(Guid.CreateVersion7(), "coordinator")
            .PostOnceAsync("/notifications/v1/on-call", new { accountId = Guid.CreateVersion7(), from, until = from.AddHours(8) })
            .ReadAsync<OnCallView>(HttpStatusCode.Created);
        return entered.OnCallId;
    }
}
