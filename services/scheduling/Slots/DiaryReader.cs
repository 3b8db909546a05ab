using Journease.Scheduling.Practitioners;
using Journease.Scheduling.SessionTypes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>Reads working hours and claims and makes the diary of a session type.</summary>
internal static class DiaryReader
{
    /// <param name="db">The database.</param>
    /// <param name="type">Whose people and rooms are looked at.</param>
    /// <param name="from">Start of the time looked at.</param>
    /// <param name="to">Its end.</param>
    /// <param name="clientId">Somebody whose own appointments are not free time either.</param>
    /// <param name="ct">Stops reading.</param>
    /// <param name="evenIfClaimed">Looks at working time only, as if nothing were booked.</param>
    public static async Task<Diary> ReadDiaryAsync(
        this SchedulingDbContext db, SessionType type, DateTimeOffset from, DateTimeOffset to, Guid? clientId, CancellationToken ct,
        bool evenIfClaimed = false)
    {
        var practitioners = (await db.Practitioners.AsNoTracking().ToListAsync(ct))
            .Where(practitioner => practitioner.Roles.Intersect(type.RolesNeeded).Any()).ToList();
        var rooms = type.NeedsRoom ? await db.Rooms.AsNoTracking().ToListAsync(ct) : [];
        var sites = await db.Sites.AsNoTracking().OrderBy(site => site.Id).ToListAsync(ct);

        Guid[] resources = [.. practitioners.Select(person => person.Id), .. rooms.Select(room => room.Id), .. clientId is { } id ? [id] : Array.Empty<Guid>()];
        var claims = await ClaimsAsync(db, evenIfClaimed ? [] : resources, from, to, ct);
        var clientsOwn = clientId is { } client ? claims[client] : [];
        var range = new Interval(Instant.FromDateTimeOffset(from), Instant.FromDateTimeOffset(to));

        return new([.. sites.Select(site => new DiaryPage(
            site.Id,
            site.Clock,
            [.. practitioners.OrderBy(person => Load(claims[person.Id])).ThenBy(person => person.Id)
                .Select(person => new FreePractitioner(person.Id, person.Roles, FreeTime(person, site.Id, site.Clock)))
                .Where(person => person.Free.Count > 0)],
            [.. rooms.Where(room => room.SiteId == site.Id).OrderBy(room => room.Id)
                .Select(room => new FreeRoom(room.Id, new List<Interval> { range }.Without(claims[room.Id])))]))]);

        List<Interval> FreeTime(Practitioner person, Guid siteId, DateTimeZone clock) =>
            WorkingTime.Between(range.Start, range.End, [.. person.WorkingHours.Where(period => period.SiteId == siteId)], clock)
                .Without(claims[person.Id].Concat(clientsOwn));
    }

    // Those with the least to do in the time looked at are asked first.
    private static double Load(IEnumerable<Interval> claims) => claims.Sum(claim => claim.Duration.TotalMinutes);

    private static async Task<ILookup<Guid, Interval>> ClaimsAsync(
        SchedulingDbContext db, Guid[] resources, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var claims = await db.Database.SqlQuery<ClaimedTime>($"""
            SELECT resource_id, lower(during) AS starts_at, upper(during) AS ends_at FROM scheduling.claim
            WHERE resource_id = ANY({resources}) AND during && tstzrange({from.ToUniversalTime()}, {to.ToUniversalTime()}) AND released_at IS NULL
            """).ToListAsync(ct);
        return claims.ToLookup(
            claim => claim.ResourceId,
            claim => new Interval(Instant.FromDateTimeOffset(claim.StartsAt), Instant.FromDateTimeOffset(claim.EndsAt)));
    }

    private sealed record ClaimedTime(Guid ResourceId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
}
