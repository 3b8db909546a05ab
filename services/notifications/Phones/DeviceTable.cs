using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Notifications.Phones;

internal sealed class DeviceTable : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("device");
        builder.Property(device => device.Id).ValueGeneratedNever();
        builder.Property(device => device.Way).HasMaxLength(10);
        builder.HasIndex(device => device.AccountId);
    }
}
