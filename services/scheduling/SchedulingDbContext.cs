using Journease.Messaging;
using Journease.Scheduling.Appointments;
using Journease.Scheduling.BusyTimes;
using Journease.Scheduling.Equipment;
using Journease.Scheduling.Gates;
using Journease.Scheduling.Holidays;
using Journease.Scheduling.Practitioners;
using Journease.Scheduling.Rooms;
using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.Sites;
using Journease.Scheduling.WorkingTimes;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling;

/// <summary>People, rooms and their working time, appointments, and what is known about each client's way to a dosing session.</summary>
internal sealed class SchedulingDbContext(DbContextOptions<SchedulingDbContext> options) : MessagingDbContext(options)
{
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<BusyCalendar> BusyCalendars => Set<BusyCalendar>();
    public DbSet<BusyTime> BusyTimes => Set<BusyTime>();
    public DbSet<ChangedHours> ChangedHours => Set<ChangedHours>();
    public DbSet<ClearanceExpiry> ClearanceExpiries => Set<ClearanceExpiry>();
    public DbSet<EquipmentItem> Equipment => Set<EquipmentItem>();
    public DbSet<Gate> Gates => Set<Gate>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
    public DbSet<Practitioner> Practitioners => Set<Practitioner>();
    public DbSet<RecurringHours> RecurringHours => Set<RecurringHours>();
    public DbSet<Room> Rooms => Set<Room>();
    public DbSet<SessionType> SessionTypes => Set<SessionType>();
    public DbSet<Site> Sites => Set<Site>();

    protected override string Schema => "scheduling";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // An exclusion constraint over an id and a range needs both in one index.
        modelBuilder.HasPostgresExtension("btree_gist");
    }
}
