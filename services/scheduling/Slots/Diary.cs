using Journease.Scheduling.SessionTypes;
using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>The free time of those who could hold a session, for a while; one page per site.</summary>
internal sealed record Diary(IReadOnlyList<DiaryPage> Pages);

/// <summary>The free time of people and rooms at one site.</summary>
internal sealed record DiaryPage(
    Guid SiteId, DateTimeZone Clock, IReadOnlyList<FreePractitioner> Practitioners, IReadOnlyList<FreeRoom> Rooms)
{
    /// <summary>
    /// Who and which room could hold the session then; null when it cannot be staffed. Each role needs a person of its own.
    /// Those who come first are taken first.
    /// </summary>
    /// <param name="type">What is to be held.</param>
    /// <param name="during">The whole time that people and room are held.</param>
    /// <param name="wanted">Somebody who must be among them.</param>
    public Assignment? Assign(SessionType type, Interval during, Guid? wanted = null)
    {
        var room = type.NeedsRoom ? Rooms.FirstOrDefault(room => room.Free.Cover(during)) : null;
        if (type.NeedsRoom && room is null)
        {
            return null;
        }

        var free = Practitioners.Where(practitioner => practitioner.Free.Cover(during)).ToList();
        var chosen = new List<Guid>();
        return Fill(type.RolesNeeded, free, chosen, wanted) ? new(SiteId, Clock, chosen, room?.Id) : null;
    }

    private static bool Fill(ReadOnlySpan<string> roles, List<FreePractitioner> free, List<Guid> chosen, Guid? wanted)
    {
        if (roles.IsEmpty)
        {
            return wanted is null || chosen.Contains(wanted.Value);
        }
        foreach (var practitioner in free)
        {
            if (!practitioner.Roles.Contains(roles[0]) || chosen.Contains(practitioner.Id))
            {
                continue;
            }
            chosen.Add(practitioner.Id);
            if (Fill(roles[1..], free, chosen, wanted))
            {
                return true;
            }
            chosen.RemoveAt(chosen.Count - 1);
        }
        return false;
    }
}

internal sealed record FreePractitioner(Guid Id, IReadOnlyList<string> Roles, List<Interval> Free);

internal sealed record FreeRoom(Guid Id, List<Interval> Free);

/// <summary>A concrete staffing of a session.</summary>
internal sealed record Assignment(Guid SiteId, DateTimeZone Clock, IReadOnlyList<Guid> PractitionerIds, Guid? RoomId);
