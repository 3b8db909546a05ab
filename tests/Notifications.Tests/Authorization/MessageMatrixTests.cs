using Journease.Testing.Authorization;

namespace Journease.Notifications.Tests.Authorization;

/// <summary>The client owner has one message.</summary>
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
        await notifications.NothingIsOnItsWayAsync();
        return scene;
    }
}
