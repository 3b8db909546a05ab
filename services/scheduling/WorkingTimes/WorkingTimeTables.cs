using Journease.Scheduling.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.WorkingTimes;

internal sealed class ChangedHoursTable : IEntityTypeConfiguration<ChangedHours>
{
    public void Configure(EntityTypeBuilder<ChangedHours> builder)
    {
        builder.ToTable("changed_hours");
        builder.Property(changed => changed.Id).ValueGeneratedNever();
        builder.Property(changed => changed.Change).HasConversion<string>();
        builder.Ignore(changed => changed.Dated);
        builder.HasIndex(changed => new { changed.ResourceId, changed.LastDay });
        builder.HasOne<Site>().WithMany().HasForeignKey(changed => changed.SiteId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecurringHoursTable : IEntityTypeConfiguration<RecurringHours>
{
    public void Configure(EntityTypeBuilder<RecurringHours> builder)
    {
        builder.ToTable("recurring_hours");
        builder.Property(recurring => recurring.Id).ValueGeneratedNever();
        builder.Ignore(recurring => recurring.Dated);
        builder.HasIndex(recurring => new { recurring.ResourceId, recurring.LastDay });
        builder.HasOne<Site>().WithMany().HasForeignKey(recurring => recurring.SiteId).OnDelete(DeleteBehavior.Restrict);
    }
}
