using Journease.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Desk;

public sealed class DeskDbContext(DbContextOptions<DeskDbContext> options) : MessagingDbContext(options)
{
    protected override string Schema => "desk";

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<Arrival> Arrivals => Set<Arrival>();
}

internal sealed class TicketTable : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder) =>
        builder.OwnsMany(ticket => ticket.Notes, note => note.OwnsMany(n => n.Marks));
}
