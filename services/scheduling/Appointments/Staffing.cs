using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.Slots;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NpgsqlTypes;

namespace Journease.Scheduling.Appointments;

/// <summary>What somebody wants to book.</summary>
internal sealed record Wish(SessionType Type, DateTimeOffset StartsAt, Guid? PractitionerId, Guid ClientId)
{
    public DateTimeOffset HeldUntil => StartsAt + Type.Hold;

    public Interval During => new(Instant.FromDateTimeOffset(StartsAt), Instant.FromDateTimeOffset(HeldUntil));
}

/// <summary>Chooses the people and the room for a wish, or says why there are none and what is free instead.</summary>
internal static class Staffing
{
    private const int Alternatives = 5;

    // Around the day, so that those with less to do on it come first.
    private static readonly TimeSpan Around = TimeSpan.FromHours(12);
    private static readonly TimeSpan Nearby = TimeSpan.FromDays(7);

    public static async Task<Assignment?> FindAsync(SchedulingDbContext db, Wish wish, CancellationToken ct)
    {
        if (await IsBusyAsync(db, wish, ct))
        {
            return null;
        }
        var diary = await db.ReadDiaryAsync(wish.Type, wish.StartsAt - Around, wish.HeldUntil + Around, null, ct);
        return Assign(diary, wish);
    }

    public static async Task<ProblemHttpResult> RefuseAsync(
        SchedulingDbContext db, Wish wish, DateTimeOffset now, SchedulingOptions policy, CancellationToken ct)
    {
        var alternatives = new Dictionary<string, object?> { ["alternatives"] = await NearestAsync(db, wish, now, policy, ct) };
        if (await IsBusyAsync(db, wish, ct))
        {
            return AppointmentProblems.ClientBusy.Because("Choose another time, or cancel the other appointment first.", alternatives);
        }
        var working = await db.ReadDiaryAsync(wish.Type, wish.StartsAt, wish.HeldUntil, null, ct, evenIfClaimed: true);
        return Assign(working, wish) is null
            ? AppointmentProblems.OutsideWorkingTime.Because("Choose one of the free times: sessions start on the quarter hour and end within working hours.", alternatives)
            : AppointmentProblems.SlotTaken.Because("Choose another time; the nearest free ones are listed.", alternatives);
    }

    private static Assignment? Assign(Diary diary, Wish wish) => diary.Pages
        .Where(page => SlotFinder.IsOnQuarter(wish.During.Start, page.Clock))
        .Select(page => page.Assign(wish.Type, wish.During.Start, new(wish.PractitionerId)))
        .FirstOrDefault(assignment => assignment is not null);

    private static Task<bool> IsBusyAsync(SchedulingDbContext db, Wish wish, CancellationToken ct)
    {
        var during = new NpgsqlRange<DateTime>(wish.StartsAt.UtcDateTime, true, wish.HeldUntil.UtcDateTime, false);
        return db.Appointments.AnyAsync(a => a.ClientId == wish.ClientId
            && a.Claims.Any(claim => claim.ResourceId == wish.ClientId && claim.ReleasedAt == null && claim.During.Overlaps(during)), ct);
    }

    private static async Task<List<Slot>> NearestAsync(
        SchedulingDbContext db, Wish wish, DateTimeOffset now, SchedulingOptions policy, CancellationToken ct)
    {
        var from = Later(wish.StartsAt - Nearby, now + policy.NoticeToBook);
        var to = wish.StartsAt + Nearby;
        var diary = await db.ReadDiaryAsync(wish.Type, from, to, wish.ClientId, ct);
        return [.. diary.SlotsFor(wish.Type, new(wish.PractitionerId))
            .OrderBy(slot => (slot.StartsAt - wish.StartsAt).Duration())
            .Take(Alternatives)
            .OrderBy(slot => slot.StartsAt)];
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
