using Journease.Scheduling.Practitioners;
using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.Sites;
using Journease.Scheduling.WorkingTimes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>Reads working time and what is claimed of it and makes the diary of a session type.</summary>
internal static class DiaryReader
{
    // Limits are counted by the week.
    private static readonly TimeSpan WholeWeek = TimeSpan.FromDays(8);

    /// <param name="db">The database.</param>
    /// <param name="type">Whose people, rooms and equipment are looked at.</param>
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
            .Where(practitioner => type.Needs.Staff.Any(need => practitioner.Roles.Contains(need.Role))).ToList();
        var rooms = type.NeedsRoom ? await db.Rooms.AsNoTracking().ToListAsync(ct) : [];
        var kinds = type.Needs.Equipment.Select(need => need.Kind).ToList();
        var equipment = kinds.Count > 0 ? await db.Equipment.AsNoTracking().Where(item => kinds.Contains(item.Kind)).ToListAsync(ct) : [];
        var sites = await db.Sites.AsNoTracking().OrderBy(site => site.Id).ToListAsync(ct);
        var plans = await WorkingPlans.ReadAsync(db, from, to, ct);

        // Buffers reach beyond the time asked for.
        var within = new Interval(Instant.FromDateTimeOffset(from - type.BufferBefore), Instant.FromDateTimeOffset(to + type.BufferAfter));
        Guid[] resources =
        [
            .. practitioners.Select(person => person.Id), .. rooms.Select(room => room.Id), .. equipment.Select(item => item.Id),
            .. clientId is { } id ? [id] : Array.Empty<Guid>(),
        ];
        var taken = await TakenAsync(db, evenIfClaimed ? [] : resources, within, ct);
        return new([.. sites.Select(Page)]);

        DiaryPage Page(Site site) => new(
            site.Id,
            site.Clock,
            [.. practitioners.OrderBy(person => Load(taken[person.Id], within)).ThenBy(person => person.Id)
                .Select(person => new FreePractitioner(person.Id, person.Roles, person.Qualifications, person.Gender, FreeTime(person, site)))
                .Where(person => person.Free.Count > 0)],
            [.. rooms.Where(room => room.SiteId == site.Id).OrderBy(room => room.Seats).ThenBy(room => room.Id)
                .Select(room => new FreeRoom(room.Id, room.Seats, FreeThing(room.Id, site)))],
            [.. equipment.Where(item => item.SiteId == site.Id).OrderBy(item => item.Id)
                .Select(item => new FreeEquipment(item.Id, item.Kind, FreeThing(item.Id, site)))],
            clientId is { } client ? new List<Interval> { within }.Without(taken[client].Select(one => one.During)) : null);

        List<Interval> FreeTime(Practitioner person, Site site)
        {
            // Only sessions count towards limits, not what somebody does elsewhere.
            var sessions = taken[person.Id].Where(one => one.IsSession).Select(one => one.During).ToList();
            return WorkingTime.Between(within.Start, within.End, plans.Of(person, site.Id), site.Clock)
                .Without(taken[person.Id].Select(one => one.During)
                    .Concat(WorkLimits.TooMuch(person, sessions, type.TakenFrom(within.Start).Duration, within, site.Clock)));
        }

        List<Interval> FreeThing(Guid thing, Site site) =>
            WorkingTime.Between(within.Start, within.End, plans.OfThing(thing, site.Id), site.Clock).Without(taken[thing].Select(one => one.During));
    }

    // Those with the least to do in the time looked at are asked first.
    private static double Load(IEnumerable<TakenTime> taken, Interval within) => taken
        .Where(one => one.IsSession && one.During.Start < within.End && within.Start < one.During.End)
        .Sum(one => one.During.Duration.TotalMinutes);

    private static async Task<ILookup<Guid, TakenTime>> TakenAsync(SchedulingDbContext db, Guid[] resources, Interval within, CancellationToken ct)
    {
        var (from, to) = (within.Start.ToDateTimeOffset() - WholeWeek, within.End.ToDateTimeOffset() + WholeWeek);
        var taken = await db.Database.SqlQuery<TakenTime>($"""
            SELECT resource_id, lower(during) AS starts_at, upper(during) AS ends_at, true AS is_session FROM scheduling.claim
            WHERE resource_id = ANY({resources}) AND during && tstzrange({from}, {to}) AND released_at IS NULL
            UNION ALL
            SELECT practitioner_id, lower(during), upper(during), false FROM scheduling.busy_time
            WHERE practitioner_id = ANY({resources}) AND during && tstzrange({from}, {to})
            """).ToListAsync(ct);
        return taken.ToLookup(one => one.ResourceId);
    }

    private sealed record TakenTime(Guid ResourceId, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsSession)
    {
        public Interval During => new(Instant.FromDateTimeOffset(StartsAt), Instant.FromDateTimeOffset(EndsAt));
    }
}
