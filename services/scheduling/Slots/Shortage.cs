using System.Globalization;
using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.WorkingTimes;
using Journease.ServiceDefaults.Authentication;
using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>The one need of a session that is never met in a time that was searched.</summary>
/// <param name="What">What is missing, as a sentence says it.</param>
/// <param name="IsMet">Whether it is there when a session starts then.</param>
/// <param name="Weekdays">The days of the week on which everything else is there; empty when that is on none, or on most.</param>
internal sealed record Shortage(string What, Func<DiaryPage, Instant, bool> IsMet, IReadOnlyList<IsoDayOfWeek> Weekdays)
{
    private const int FewDays = 3;

    /// <summary>As people say the role.</summary>
    public static string Words(string role) => role == Roles.Nurse ? "sitter" : role;

    public static Shortage? In(Diary diary, Search search)
    {
        var needs = NeedsOf(search);
        var starts = Starts(diary, search).ToList();
        var missing = needs.FindIndex(need => !starts.Exists(start => need.IsMet(start.Page, start.At)));
        if (missing < 0)
        {
            return null;
        }
        var weekdays = starts
            .Where(start => needs.Where((_, i) => i != missing).All(need => need.IsMet(start.Page, start.At)))
            .Select(start => start.At.InZone(start.Page.Clock).DayOfWeek)
            .Distinct().Order().ToList();
        // Weekdays say something only where they are fewer than those asked for.
        var asked = Math.Min(7, Math.Ceiling((search.Range.To - search.Range.From).TotalDays));
        return needs[missing] with { Weekdays = weekdays.Count <= FewDays && weekdays.Count < asked ? weekdays : [] };
    }

    /// <summary>For example: No sitter is free on Thursdays before 5 December.</summary>
    public string Sentence(Diary later, Search search)
    {
        var days = Weekdays.Count == 0 ? "" : $" on {string.Join(" and ", Weekdays.Select(day => $"{day}s"))}";
        var found = Starts(later, search)
            .Where(start => Weekdays.Count == 0 || Weekdays.Contains(start.At.InZone(start.Page.Clock).DayOfWeek))
            .Where(start => IsMet(start.Page, start.At))
            .Select(start => start.At.InZone(search.Zone ?? start.Page.Clock).Date)
            .Order().Select(date => (LocalDate?)date).FirstOrDefault();
        return found is { } date
            ? $"{What}{days} before {date.ToString("d MMMM", CultureInfo.InvariantCulture)}."
            : $"{What}{days} in that time.";
    }

    private static List<Shortage> NeedsOf(Search search)
    {
        var (type, wanted, participants) = (search.Type, search.Wanted, search.Participants);
        var needs = new List<Shortage>();
        if (wanted.PractitionerId is { } asked)
        {
            needs.Add(new("The practitioner you asked for is not free", (page, at) => Free(page, at, type).Any(person => person.Id == asked), []));
        }
        needs.AddRange(type.Needs.Staff.Select((need, number) => new Shortage(
            Nobody(need, need.For(participants), asked: wanted with { PractitionerId = null, SiteId = null } != Preferences.None),
            (page, at) => Free(page, at, type).Count(person => StaffQuota.Fits(need, number == 0, person, wanted)) >= need.For(participants),
            [])));
        if (type.NeedsRoom)
        {
            needs.Add(new(
                participants == 1 ? "No room is free" : $"No room that seats {participants} is free",
                (page, at) => page.Rooms.Any(room => room.Seats >= participants && room.Free.Cover(type.TakenFrom(at))),
                []));
        }
        needs.AddRange(type.Needs.Equipment.Select(need => new Shortage(
            need.For(participants) == 1 ? $"No {need.Kind} is free" : $"There are not {need.For(participants)} {need.Kind}s free",
            (page, at) => page.Equipment.Count(item => item.Kind == need.Kind && item.Free.Cover(type.TakenFrom(at))) >= need.For(participants),
            [])));
        return needs;
    }

    private static string Nobody(StaffingNeed need, int count, bool asked) => count == 1
        ? $"No {Words(need.Role)}{(asked ? " as you asked for" : "")} is free"
        : $"There are not {count} {Words(need.Role)}s{(asked ? " as you asked for" : "")} free";

    private static IEnumerable<FreePractitioner> Free(DiaryPage page, Instant at, SessionType type) =>
        page.Practitioners.Where(person => person.Free.Cover(type.TakenFrom(at)));

    // Every quarter hour at which anybody is there at all.
    private static IEnumerable<(DiaryPage Page, Instant At)> Starts(Diary diary, Search search) =>
        from page in diary.Pages
        where search.Wanted.SiteId is null || page.SiteId == search.Wanted.SiteId
        from at in SlotFinder.QuartersIn(page.Practitioners.SelectMany(person => person.Free).Joined(), page.Clock)
        select (page, at);
}
