using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Scheduling.SessionTypes;

/// <summary>One session type; asked for MDMA, it says why there is none.</summary>
internal static class GetSessionType
{
    /// <param name="RolesNeeded">One entry for each person that a session with one participant needs.</param>
    /// <param name="Staff">The same as quotas, for any number of participants.</param>
    public sealed record Response(
        string Code, string Name, int Minutes, int HoldMinutes, IReadOnlyList<string> RolesNeeded, bool NeedsRoom, bool InPerson, bool ClientsBookIt,
        SessionMode Mode, string? Practice, IReadOnlyList<Staff> Staff, IReadOnlyList<Equipment> Equipment, int BufferBeforeMinutes, int BufferAfterMinutes,
        int? NoticeHours, int? HorizonDays, IReadOnlyList<string> Prerequisites, Spacing? Spacing)
    {
        internal static Response Of(SessionType type) => new(
            type.Code, type.Name, type.Minutes, type.HoldMinutes, type.RolesNeeded, type.NeedsRoom, type.InPerson, type.ClientsBookIt,
            type.Mode,
            type.Practice,
            [.. type.Needs.Staff.Select(need => new Staff(need.Role, need.Count, need.PerParticipants, need.Qualification))],
            [.. type.Needs.Equipment.Select(need => new Equipment(need.Kind, need.Count, need.PerParticipants))],
            type.BufferBeforeMinutes, type.BufferAfterMinutes, type.NoticeHours, type.HorizonDays, type.Prerequisites,
            type.Spacing is { } rule
                ? new(rule.MinimumDaysApart, rule.AtMost, rule.WithinDays, rule.FollowedBy, rule.FollowedFromHours, rule.FollowedUntilHours)
                : null);
    }

    /// <param name="PerParticipants">For how many participants so many are needed; null when their number does not matter.</param>
    public sealed record Staff(string Role, int Count, int? PerParticipants, string? Qualification);

    public sealed record Equipment(string Kind, int Count, int? PerParticipants);

    /// <param name="MinimumDaysApart">Days from one session of a person to the next, at least.</param>
    /// <param name="AtMost">How many a person can have within <c>withinDays</c> days.</param>
    public sealed record Spacing(
        int MinimumDaysApart, int AtMost, int WithinDays, string? FollowedBy, int FollowedFromHours, int FollowedUntilHours);

    internal static void MapGetSessionType(this RouteGroupBuilder types) =>
        types.MapGet("/{code}", HandleAsync).WithName(nameof(GetSessionType)).WithSummary("Read one session type").RequireAuthorization();

    internal static async Task<Ok<Response>> HandleAsync(string code, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        var type = await db.SessionTypes.NamedAsync(code, ct);
        response.SetEtag(type);
        return TypedResults.Ok(Response.Of(type));
    }
}
