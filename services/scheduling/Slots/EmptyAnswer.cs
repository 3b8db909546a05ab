using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Slots;

/// <summary>Says in a sentence why there is no free time, and when there is some.</summary>
internal static class EmptyAnswer
{
    public static async Task<string> ExplainAsync(SchedulingDbContext db, Search search, Diary searched, DateTimeOffset horizon, CancellationToken ct)
    {
        var type = search.Type;
        var people = await db.Practitioners.AsNoTracking().ToListAsync(ct);
        foreach (var need in type.Needs.Staff)
        {
            if (!people.Any(person => person.Roles.Contains(need.Role)))
            {
                return $"This session needs a {Shortage.Words(need.Role)}, and there is none yet.";
            }
        }
        if (search.Wanted.PractitionerId is { } wanted
            && !people.Any(person => person.Id == wanted && type.Needs.Staff.Any(need => person.Roles.Contains(need.Role))))
        {
            return "The practitioner you asked for does not hold sessions of this kind.";
        }

        var until = Earlier(search.Range.To + SlotRange.Longest, horizon);
        var later = search.Range.To < until
            ? await db.ReadDiaryAsync(type, search.Range.To, until + type.Hold, search.ClientId, ct)
            : new([]);
        var why = Shortage.In(searched, search) is { } shortage
            ? shortage.Sentence(later, search)
            : "Everybody and everything that is needed is never free together in that time.";
        return later.SlotsFor(type, search.Wanted, search.Participants).FirstOrDefault() is { } next
            ? $"{why} The next free time is {Time(search.Shown(next).StartsAt)}."
            : $"{why} Nothing is free in the weeks after it either. Please call the practice.";
    }

    private static string Time(DateTimeOffset time) => time.ToString("dddd, d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
