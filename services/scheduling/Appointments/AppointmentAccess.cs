using Journease.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Appointments;

/// <summary>Which appointments somebody may see: their own, those they hold, and all for coordinators and prescribers.</summary>
internal static class AppointmentAccess
{
    public static IQueryable<Appointment> VisibleTo(this SchedulingDbContext db, CurrentCaller caller)
    {
        if (caller.SeesAll())
        {
            return db.Appointments;
        }
        var held = db.HeldBy(caller.Id).Select(a => a.Id);
        return db.Appointments.Where(a => a.ClientId == caller.Id || held.Contains(a.Id));
    }

    public static IQueryable<Appointment> HeldBy(this SchedulingDbContext db, Guid accountId) =>
        db.Appointments.Where(a => a.Claims.Any(claim => claim.Kind == ClaimKind.Practitioner
            && db.Practitioners.Any(person => person.AccountId == accountId && person.Id == claim.ResourceId)));

    /// <summary>The appointment, locked until the transaction ends; null when there is none, or none for this caller.</summary>
    public static async Task<Appointment?> LockVisibleAsync(this SchedulingDbContext db, Guid id, CurrentCaller caller, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT FROM scheduling.appointment WHERE id = {id} FOR UPDATE", ct);
        return await db.VisibleTo(caller).SingleOrDefaultAsync(a => a.Id == id, ct);
    }
}
