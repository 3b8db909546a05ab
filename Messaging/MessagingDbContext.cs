using Journease.Messaging.Inbox;
using Journease.Messaging.Outbox;
using Journease.Messaging.Parking;
using Journease.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Journease.Messaging;

/// <summary>The context of a service that sends or receives messages: its outbox and inbox lie beside its data.</summary>
public abstract class MessagingDbContext(DbContextOptions options) : ServiceDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new OutboxMessageTable());
        modelBuilder.ApplyConfiguration(new InboxMessageTable());
        modelBuilder.ApplyConfiguration(new RedeliveryTable());
        modelBuilder.ApplyConfiguration(new ParkedMessageActTable());
    }
}
