using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>Whatever has working time: a practitioner, a room, a piece of equipment, or a whole site.</summary>
/// <param name="Id">Its id; no two kinds share one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="SiteId">Where it stands; null for practitioners, who may work at several sites.</param>
internal sealed record Resource(Guid Id, ResourceKind Kind, Guid? SiteId)
{
    public static async Task<Resource?> FindAsync(SchedulingDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Practitioners.AnyAsync(practitioner => practitioner.Id == id, ct))
        {
            return new(id, ResourceKind.Practitioner, null);
        }
        if (await db.Rooms.Where(room => room.Id == id).Select(room => (Guid?)room.SiteId).SingleOrDefaultAsync(ct) is { } roomAt)
        {
            return new(id, ResourceKind.Room, roomAt);
        }
        if (await db.Equipment.Where(item => item.Id == id).Select(item => (Guid?)item.SiteId).SingleOrDefaultAsync(ct) is { } itemAt)
        {
            return new(id, ResourceKind.Equipment, itemAt);
        }
        return await db.Sites.AnyAsync(site => site.Id == id, ct) ? new(id, ResourceKind.Site, id) : null;
    }
}

internal enum ResourceKind
{
    Practitioner,
    Room,
    Equipment,
    Site,
}
