using Journease.Scheduling.Practitioners;
using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.WorkingTimes;
using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>The free time of those who could hold a session, for a while; one page per site.</summary>
internal sealed record Diary(IReadOnlyList<DiaryPage> Pages);

/// <summary>The free time of people, rooms and equipment at one site.</summary>
/// <param name="SiteId">Where.</param>
/// <param name="Clock">The clock there.</param>
/// <param name="Practitioners">Those with the least to do first.</param>
/// <param name="Rooms">The smallest first.</param>
/// <param name="Equipment">Chairs and other things.</param>
/// <param name="ClientFree">When the client has no other appointment; null when it is not said for whom.</param>
internal sealed record DiaryPage(
    Guid SiteId, DateTimeZone Clock, IReadOnlyList<FreePractitioner> Practitioners, IReadOnlyList<FreeRoom> Rooms,
    IReadOnlyList<FreeEquipment> Equipment, List<Interval>? ClientFree)
{
    /// <summary>
    /// Who, which room and which equipment could make the session when it starts then; null when it cannot be staffed. Each
    /// place needs a person of its own.
    /// </summary>
    public Assignment? Assign(SessionType type, Instant start, Preferences? wanted = null, int participants = 1) =>
        At(type, start, participants) is { } there && StaffQuota.Fill(type.Needs.PlacesFor(participants), there.Practitioners, wanted ?? Preferences.None) is { } chosen
            ? new(SiteId, Clock, chosen, there.RoomId, there.EquipmentIds)
            : null;

    /// <summary>Who is free, and the room and equipment to use, when a session starts then; null when room, equipment or client are not free.</summary>
    public Attendance? At(SessionType type, Instant start, int participants)
    {
        var taken = type.TakenFrom(start);
        if (ClientFree?.Cover(new(start, start + Duration.FromTimeSpan(type.Hold))) == false)
        {
            return null;
        }
        var room = type.NeedsRoom ? Rooms.FirstOrDefault(room => room.Seats >= participants && room.Free.Cover(taken)) : null;
        if (type.NeedsRoom && room is null)
        {
            return null;
        }

        var equipment = new List<Guid>();
        foreach (var need in type.Needs.Equipment)
        {
            var free = Equipment.Where(item => item.Kind == need.Kind && item.Free.Cover(taken)).Take(need.For(participants)).ToList();
            if (free.Count < need.For(participants))
            {
                return null;
            }
            equipment.AddRange(free.Select(item => item.Id));
        }
        return new([.. Practitioners.Where(person => person.Free.Cover(taken))], room?.Id, equipment);
    }
}

/// <summary>Who and what is free at one time.</summary>
internal sealed record Attendance(IReadOnlyList<FreePractitioner> Practitioners, Guid? RoomId, IReadOnlyList<Guid> EquipmentIds);

internal sealed record FreePractitioner(
    Guid Id, IReadOnlyList<string> Roles, IReadOnlyList<string> Qualifications, Gender? Gender, List<Interval> Free);

internal sealed record FreeRoom(Guid Id, int Seats, List<Interval> Free);

internal sealed record FreeEquipment(Guid Id, string Kind, List<Interval> Free);

/// <summary>A concrete staffing of a session.</summary>
internal sealed record Assignment(
    Guid SiteId, DateTimeZone Clock, IReadOnlyList<Guid> PractitionerIds, Guid? RoomId, IReadOnlyList<Guid> EquipmentIds);
