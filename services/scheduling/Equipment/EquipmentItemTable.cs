using Journease.Scheduling.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.Equipment;

internal sealed class EquipmentItemTable : IEntityTypeConfiguration<EquipmentItem>
{
    public void Configure(EntityTypeBuilder<EquipmentItem> builder)
    {
        builder.ToTable("equipment_item");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.HasOne<Site>().WithMany().HasForeignKey(item => item.SiteId).OnDelete(DeleteBehavior.Restrict);
    }
}
