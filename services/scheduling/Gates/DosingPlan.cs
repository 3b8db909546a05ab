using Journease.Scheduling.Appointments;
using Journease.Scheduling.SessionTypes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Journease.Scheduling.Gates;

/// <summary>A ketamine session to be judged, and the client's other appointments that bear on it.</summary>
/// <param name="StartsAt">Its start.</param>
/// <param name="EndsAt">Its end.</param>
/// <param name="Clock">The practice's clock: days between sessions are days on it.</param>
/// <param name="OtherSessions">Starts of the client's other ketamine sessions, past and to come.</param>
/// <param name="Preparations">The client's preparations, past and to come.</param>
internal sealed record DosingPlan(
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeZone Clock,
    IReadOnlyList<DateTimeOffset> OtherSessions, IReadOnlyList<Preparation> Preparations)
{
    /// <param name="db">The database, with the client's gate row locked where the answer decides something.</param>
    /// <param name="clientId">Whose session.</param>
    /// <param name="startsAt">Its start.</param>
    /// <param name="endsAt">Its end.</param>
    /// <param name="itself">The appointment when there is one already; it does not count against itself.</param>
    /// <param name="ct">Stops reading.</param>
    public static async Task<DosingPlan> ReadAsync(
        SchedulingDbContext db, Guid clientId, DateTimeOffset startsAt, DateTimeOffset endsAt, Guid? itself, CancellationToken ct)
    {
        var appointments = await db.Appointments.AsNoTracking()
            .Where(a => a.ClientId == clientId && a.Status != AppointmentStatus.Cancelled && a.Id != itself)
            .Where(a => a.SessionType == SessionType.DosingCode || a.SessionType == SessionType.PreparationCode)
            .Select(a => new { a.SessionType, a.StartsAt, a.EndsAt, a.Status })
            .ToListAsync(ct);
        // Thin: the practice's clock is that of its first site; an appointment knows its own once it has a room.
        var zone = await db.Sites.OrderBy(site => site.Id).Select(site => site.Zone).FirstOrDefaultAsync(ct);
        return new(
            startsAt,
            endsAt,
            zone is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[zone],
            [.. appointments.Where(a => a.SessionType == SessionType.DosingCode).Select(a => a.StartsAt)],
            [.. appointments.Where(a => a.SessionType == SessionType.PreparationCode)
                .Select(a => new Preparation(a.EndsAt, a.Status == AppointmentStatus.Completed))]);
    }
}

/// <summary>A preparation: when it ends, and whether who held it has marked it as done.</summary>
internal sealed record Preparation(DateTimeOffset EndsAt, bool Done);
