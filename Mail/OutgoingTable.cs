using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Mail;

/// <summary>What the tables of everything outgoing have in common.</summary>
public abstract class OutgoingTable<TOutgoing>(string table) : IEntityTypeConfiguration<TOutgoing>
    where TOutgoing : Outgoing
{
    public virtual void Configure(EntityTypeBuilder<TOutgoing> builder)
    {
        builder.ToTable(table);
        builder.HasKey(outgoing => outgoing.Id);
        builder.Property(outgoing => outgoing.Id).ValueGeneratedNever();
        builder.Property(outgoing => outgoing.Kind).HasMaxLength(50);
        builder.Property(outgoing => outgoing.LastFailure).HasMaxLength(200);
        builder.HasIndex(outgoing => outgoing.AvailableAt).HasFilter("sent_at IS NULL AND given_up_at IS NULL");
        builder.HasIndex(outgoing => outgoing.WrittenAt);
        builder.HasIndex(outgoing => outgoing.OwnerId);
    }
}
