using Journease.Scheduling.Practitioners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.BusyTimes;

internal sealed class BusyCalendarTable : IEntityTypeConfiguration<BusyCalendar>
{
    public void Configure(EntityTypeBuilder<BusyCalendar> builder)
    {
        builder.ToTable("busy_calendar");
        builder.Property(calendar => calendar.Id).ValueGeneratedNever();
        builder.Property(calendar => calendar.Failure).HasConversion<string>();
        builder.HasIndex(calendar => calendar.DueAt);
        builder.HasIndex(calendar => calendar.PractitionerId);
        builder.HasOne<Practitioner>().WithMany().HasForeignKey(calendar => calendar.PractitionerId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BusyTimeTable : IEntityTypeConfiguration<BusyTime>
{
    public void Configure(EntityTypeBuilder<BusyTime> builder)
    {
        builder.ToTable("busy_time");
        builder.HasKey(busy => new { busy.CalendarId, busy.Number });
        builder.Property(busy => busy.During).HasColumnType("tstzrange");
        // Both columns in one index, as the claims have it: a search asks for people and a time.
        builder.HasIndex(busy => new { busy.PractitionerId, busy.During }).HasMethod("gist");
        builder.HasOne<BusyCalendar>().WithMany().HasForeignKey(busy => busy.CalendarId).OnDelete(DeleteBehavior.Cascade);
    }
}
