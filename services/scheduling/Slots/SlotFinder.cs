using Journease.Scheduling.SessionTypes;
using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>A time at which a session could start, and who could lead it.</summary>
/// <param name="StartsAt">With the offset of the site, so that it reads as the clock there.</param>
/// <param name="EndsAt">When the session ends.</param>
/// <param name="SiteId">Where.</param>
/// <param name="PractitionerIds">Who could lead it.</param>
internal sealed record Slot(DateTimeOffset StartsAt, DateTimeOffset EndsAt, Guid SiteId, IReadOnlyList<Guid> PractitionerIds);

/// <summary>Finds every start, on the quarter hours of the wall clock, at which a session can be fully staffed.</summary>
internal static class SlotFinder
{
    private const int Step = 15;

    public static IEnumerable<Slot> SlotsFor(this Diary diary, SessionType type, Guid? practitionerId) =>
        diary.Pages.SelectMany(page => SlotsOf(page, type, practitionerId)).OrderBy(slot => slot.StartsAt);

    /// <summary>Whether the wall clock shows a full quarter of an hour.</summary>
    public static bool IsOnQuarter(Instant instant, DateTimeZone clock) => UntilQuarter(instant, clock) == Duration.Zero;

    private static IEnumerable<Slot> SlotsOf(DiaryPage page, SessionType type, Guid? practitionerId)
    {
        var leaders = page.Practitioners.Where(practitioner =>
            practitionerId is null ? practitioner.Roles.Contains(type.RolesNeeded[0]) : practitioner.Id == practitionerId);
        var starts = new SortedDictionary<Instant, List<Guid>>();
        foreach (var leader in leaders)
        {
            foreach (var start in StartsIn(leader.Free, page.Clock, Duration.FromTimeSpan(type.Hold)))
            {
                if (page.Assign(type, new(start, start + Duration.FromTimeSpan(type.Hold)), leader.Id) is not null)
                {
                    (starts.TryGetValue(start, out var there) ? there : starts[start] = []).Add(leader.Id);
                }
            }
        }
        return starts.Select(start => new Slot(
            start.Key.InZone(page.Clock).ToDateTimeOffset(),
            (start.Key + Duration.FromTimeSpan(type.Length)).InZone(page.Clock).ToDateTimeOffset(),
            page.SiteId,
            start.Value));
    }

    private static IEnumerable<Instant> StartsIn(List<Interval> free, DateTimeZone clock, Duration hold)
    {
        foreach (var stretch in free)
        {
            var start = stretch.Start + UntilQuarter(stretch.Start, clock);
            while (start + hold <= stretch.End)
            {
                yield return start;
                start += Duration.FromMinutes(Step);
                start += UntilQuarter(start, clock);
            }
        }
    }

    private static Duration UntilQuarter(Instant instant, DateTimeZone clock)
    {
        var past = Duration.FromNanoseconds(instant.InZone(clock).TimeOfDay.NanosecondOfDay % (Step * NodaConstants.NanosecondsPerMinute));
        return past == Duration.Zero ? past : Duration.FromMinutes(Step) - past;
    }
}
