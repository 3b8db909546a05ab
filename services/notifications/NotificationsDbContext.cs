using Journease.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications;

internal sealed class NotificationsDbContext(DbContextOptions<NotificationsDbContext> options) : MessagingDbContext(options)
{
    protected override string Schema => "notifications";
}
