using Journease.Scheduling.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.Holidays;

internal sealed class HolidayTable : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.ToTable("holiday");
        builder.HasKey(holiday => new { holiday.SiteId, holiday.Day });
        builder.HasOne<Site>().WithMany().HasForeignKey(holiday => holiday.SiteId).OnDelete(DeleteBehavior.Restrict);
    }
}
