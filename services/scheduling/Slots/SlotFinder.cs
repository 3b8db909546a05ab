using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.WorkingTimes;
using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>A time at which a session could start, and who could lead it.</summary>
/// <param name="StartsAt">With the offset of the site, or of the zone that was asked for, so that it reads as the clock there.</param>
/// <param name="EndsAt">When the session ends.</param>
/// <param name="SiteId">Where.</param>
/// <param name="PractitionerIds">Who could lead it.</param>
internal sealed record Slot(DateTimeOffset StartsAt, DateTimeOffset EndsAt, Guid SiteId, IReadOnlyList<Guid> PractitionerIds);

/// <summary>Finds every start, on the quarter hours of the wall clock, at which a session can be fully staffed.</summary>
internal static class SlotFinder
{
    private const int Step = 15;

    public static IEnumerable<Slot> SlotsFor(this Diary diary, SessionType type, Preferences wanted, int participants = 1) =>
        diary.Pages
            .Where(page => wanted.SiteId is null || page.SiteId == wanted.SiteId)
            .SelectMany(page => SlotsOf(page, type, wanted, participants))
            .OrderBy(slot => slot.StartsAt);

    /// <summary>Whether the wall clock shows a full quarter of an hour.</summary>
    public static bool IsOnQuarter(Instant instant, DateTimeZone clock) => UntilQuarter(instant, clock) == Duration.Zero;

    /// <summary>The quarter hours of the wall clock in these stretches.</summary>
    public static IEnumerable<Instant> QuartersIn(IEnumerable<Interval> stretches, DateTimeZone clock)
    {
        foreach (var stretch in stretches)
        {
            var quarter = stretch.Start + UntilQuarter(stretch.Start, clock);
            while (quarter < stretch.End)
            {
                yield return quarter;
                quarter += Duration.FromMinutes(Step);
                quarter += UntilQuarter(quarter, clock);
            }
        }
    }

    private static IEnumerable<Slot> SlotsOf(DiaryPage page, SessionType type, Preferences wanted, int participants)
    {
        var places = type.Needs.PlacesFor(participants);
        var leaders = page.Practitioners.Where(person => wanted.PractitionerId is { } id
            ? person.Id == id
            : StaffQuota.Fits(places[0], leads: true, person, wanted)).ToList();
        foreach (var start in QuartersIn(leaders.SelectMany(leader => leader.Free).Joined(), page.Clock))
        {
            if (page.At(type, start, participants) is not { } there)
            {
                continue;
            }
            var able = leaders.Where(leader => there.Practitioners.Contains(leader)
                && StaffQuota.Fill(places, there.Practitioners, wanted with { PractitionerId = leader.Id }) is not null)
                .Select(leader => leader.Id).ToList();
            if (able.Count > 0)
            {
                yield return new(
                    start.InZone(page.Clock).ToDateTimeOffset(),
                    (start + Duration.FromTimeSpan(type.Length)).InZone(page.Clock).ToDateTimeOffset(),
                    page.SiteId,
                    able);
            }
        }
    }

    private static Duration UntilQuarter(Instant instant, DateTimeZone clock)
    {
        var past = Duration.FromNanoseconds(instant.InZone(clock).TimeOfDay.NanosecondOfDay % (Step * NodaConstants.NanosecondsPerMinute));
        return past == Duration.Zero ? past : Duration.FromMinutes(Step) - past;
    }
}
