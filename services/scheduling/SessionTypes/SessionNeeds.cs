namespace Journease.Scheduling.SessionTypes;

/// <summary>
/// Who and what a session cannot be held without, by quota: "one prescriber, one sitter for every three participants, a chair
/// each, a room that seats them". Everybody and everything of it is at the session's site and belongs to that one session.
/// </summary>
/// <param name="Staff">By role; the first one leads.</param>
/// <param name="Room">Whether it needs a room; the room must seat all participants.</param>
/// <param name="Equipment">Chairs and whatever else is counted.</param>
internal sealed record SessionNeeds(IReadOnlyList<StaffingNeed> Staff, bool Room, IReadOnlyList<EquipmentNeed> Equipment)
{
    public const int MostParticipants = 30;

    /// <summary>One entry for each person that is needed; the first one leads.</summary>
    public IReadOnlyList<StaffingNeed> PlacesFor(int participants) =>
        [.. Staff.SelectMany(need => Enumerable.Repeat(need, need.For(participants)))];
}

/// <summary>So many people in a role; with <c>PerParticipants</c>, so many for every so many participants or part of them.</summary>
/// <param name="Role">The role in which they hold the session.</param>
/// <param name="Count">How many.</param>
/// <param name="PerParticipants">For how many participants; null when their number does not matter.</param>
/// <param name="Qualification">What each of them must have besides the role, or null.</param>
internal sealed record StaffingNeed(string Role, int Count = 1, int? PerParticipants = null, string? Qualification = null)
{
    public int For(int participants) => Quota.Of(Count, PerParticipants, participants);
}

/// <summary>So many things of a kind, such as a chair for each participant.</summary>
/// <param name="Kind">The kind, as equipment carries it.</param>
/// <param name="Count">How many.</param>
/// <param name="PerParticipants">For how many participants; null when their number does not matter.</param>
internal sealed record EquipmentNeed(string Kind, int Count = 1, int? PerParticipants = null)
{
    public const string Chair = "chair";

    public int For(int participants) => Quota.Of(Count, PerParticipants, participants);
}

internal static class Quota
{
    public static int Of(int count, int? perParticipants, int participants) =>
        perParticipants is { } each ? count * ((participants + each - 1) / each) : count;
}
