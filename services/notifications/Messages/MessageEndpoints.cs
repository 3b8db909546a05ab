using Journease.ServiceDefaults.Auditing;

namespace Journease.Notifications.Messages;

internal static class MessageEndpoints
{
    internal static void MapMessages(this RouteGroupBuilder api)
    {
        var messages = api.MapGroup("/messages").WithTags("Messages").AboutCaller();
        messages.MapListMessages();
        messages.MapReadMessage();
    }
}
