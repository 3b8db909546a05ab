using Journease.Scheduling.Equipment;
using Journease.Scheduling.Practitioners;
using Journease.Scheduling.Rooms;
using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.Sites;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling;

/// <summary>A small practice to try things with: one site, two rooms, two chairs, and the demonstration staff at work from Monday to Friday.</summary>
internal sealed class DemonstrationPractice(SchedulingDbContext db) : IDemonstrationData
{
    private static readonly DayOfWeek[] WorkingDays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Sites.AnyAsync(ct))
        {
            return;
        }

        var site = Site.Open("Journease, Main Street", "America/New_York", "1 Main Street, Albany, New York");
        db.Sites.Add(site);
        db.Rooms.Add(Room.Open(site.Id, "Garden room", seats: 6));
        db.Rooms.Add(Room.Open(site.Id, "Quiet room"));
        db.Equipment.Add(EquipmentItem.Add(site.Id, EquipmentNeed.Chair, "Chair by the window"));
        db.Equipment.Add(EquipmentItem.Add(site.Id, EquipmentNeed.Chair, "Chair by the bookcase"));
        foreach (var (account, name, role) in new[]
        {
            (3, "Cora Demo", Roles.Coordinator),
            (4, "Paula Demo", Roles.Prescriber),
            (5, "Theo Demo", Roles.Therapist),
            (6, "Nora Demo", Roles.Nurse),
            (7, "Finn Demo", Roles.Facilitator),
        })
        {
            var practitioner = Practitioner.Join(new($"00000000-0000-7000-8000-0000000000{account:00}"), name, [role]);
            practitioner.Work([.. WorkingDays.Select(day => new WorkingPeriod(site.Id, day, new(9, 0), new(17, 0)))]);
            db.Practitioners.Add(practitioner);
        }
        await db.SaveChangesAsync(ct);
    }
}
