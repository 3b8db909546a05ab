using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Notifications.Appointments;

internal sealed class AppointmentTable : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("appointment");
        builder.Property(appointment => appointment.Id).ValueGeneratedNever();
        builder.Property(appointment => appointment.State).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(appointment => appointment.LatestVersion);
        builder.HasIndex(appointment => appointment.AccountId);
        builder.OwnsMany(appointment => appointment.Reminders, reminders =>
        {
            reminders.ToTable("reminder");
            reminders.WithOwner().HasForeignKey("AppointmentId");
            reminders.Property(reminder => reminder.Ahead).HasConversion<string>().HasMaxLength(20);
            reminders.HasKey("AppointmentId", nameof(Reminder.Ahead));
            reminders.Property(reminder => reminder.Outcome).HasConversion<string>().HasMaxLength(20);
            reminders.Ignore(reminder => reminder.Message);
            reminders.HasIndex(reminder => reminder.LookAt).HasFilter("outcome IS NULL");
        });
    }
}
