namespace Journease.Notifications.Messages;

internal static class MessageEndpoints
{
    internal static void MapMessages(this RouteGroupBuilder api)
    {
        // People only: a service's own token has no account, and so no messages.
        var messages = api.MapGroup("/messages").WithTags("Messages")
            .RequireAuthorization(policy => policy.RequireAssertion(context => Guid.TryParse(context.User.FindFirst("sub")?.Value, out _)));
        messages.MapListMessages();
        messages.MapReadMessage();
    }
}
