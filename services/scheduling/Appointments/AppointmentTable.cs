using Journease.Scheduling.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.Appointments;

internal sealed class AppointmentTable : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("appointment");
        builder.Property(appointment => appointment.Id).ValueGeneratedNever();
        builder.Property(appointment => appointment.Status).HasConversion<string>();
        builder.Property(appointment => appointment.CancelReason).HasConversion<string>();
        builder.Ignore(appointment => appointment.PractitionerIds).Ignore(appointment => appointment.RoomId).Ignore(appointment => appointment.IsDosing);
        builder.HasIndex(appointment => new { appointment.ClientId, appointment.StartsAt, appointment.Id });
        builder.HasIndex(appointment => new { appointment.StartsAt, appointment.Id });
        builder.HasOne<Site>().WithMany().HasForeignKey(appointment => appointment.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(appointment => appointment.Claims, claims =>
        {
            claims.ToTable("claim");
            claims.WithOwner().HasForeignKey("AppointmentId");
            // EF Core inserts in key order, and numbers follow resource ids: rivals take their rows in one order.
            claims.HasKey("AppointmentId", nameof(Claim.Number));
            claims.Property(claim => claim.Number).ValueGeneratedNever();
            claims.Property(claim => claim.Kind).HasConversion<string>();
            claims.Property(claim => claim.During).HasColumnType("tstzrange");
        });
    }
}
