using Journease.Messaging;
using Journease.Notifications.Messages;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications;

/// <summary>What people were told, and nothing else about them.</summary>
internal sealed class NotificationsDbContext(DbContextOptions<NotificationsDbContext> options) : MessagingDbContext(options)
{
    protected override string Schema => "notifications";

    public DbSet<Message> Messages => Set<Message>();
}
