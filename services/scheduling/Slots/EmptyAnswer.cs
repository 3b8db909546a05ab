using Journease.Scheduling.SessionTypes;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Slots;

/// <summary>Says in a sentence why there is no free time, and when there is some.</summary>
internal static class EmptyAnswer
{
    public static async Task<string> ExplainAsync(
        SchedulingDbContext db, SessionType type, DateTimeOffset searchedTo, DateTimeOffset horizon, Guid? practitionerId, Guid? clientId, CancellationToken ct)
    {
        var people = await db.Practitioners.AsNoTracking().ToListAsync(ct);
        foreach (var role in type.RolesNeeded)
        {
            if (!people.Any(person => person.Roles.Contains(role) && person.WorkingHours.Count > 0))
            {
                return $"This session needs a {role}, and none has working hours here yet.";
            }
        }
        if (practitionerId is { } wanted && !people.Any(person => person.Id == wanted && person.Roles.Intersect(type.RolesNeeded).Any()))
        {
            return "The practitioner you asked for does not hold sessions of this kind.";
        }
        if (type.NeedsRoom && !await db.Rooms.AnyAsync(ct))
        {
            return "This session needs a room, and there is none yet.";
        }

        var until = Earlier(searchedTo + SlotRange.Longest, horizon);
        var later = searchedTo < until ? await db.ReadDiaryAsync(type, searchedTo, until, clientId, ct) : new([]);
        return later.SlotsFor(type, practitionerId).FirstOrDefault() is { } next
            ? $"Everybody who is needed is booked or away at that time. The next free time is {next.StartsAt:dddd, d MMMM yyyy, HH:mm}."
            : "Everybody who is needed is booked or away at that time, and also in the weeks after it. Please call the practice.";
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
