using Journease.Scheduling.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.Rooms;

internal sealed class RoomTable : IEntityTypeConfiguration<Room>
{
    public const string SiteExists = "fk_room_site";

    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("room");
        builder.Property(room => room.Id).ValueGeneratedNever();
        builder.HasOne<Site>().WithMany().HasForeignKey(room => room.SiteId)
            .HasConstraintName(SiteExists).OnDelete(DeleteBehavior.Restrict);
    }
}
