using Journease.ServiceDefaults.Authentication;

namespace Journease.Notifications.Messages;

internal static class MessagesFor
{
    /// <summary>A person's own messages, and those for everybody with a role that they hold.</summary>
    public static IQueryable<Message> For(this IQueryable<Message> messages, CurrentCaller caller)
    {
        var me = caller.Id;
        return caller.Has(Roles.Administrator)
            ? messages.Where(message => message.AccountId == me || message.ForRole == Roles.Administrator)
            : messages.Where(message => message.AccountId == me);
    }
}
