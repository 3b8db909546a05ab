using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.SessionTypes;

/// <summary>An administrator changes how long a kind of session takes, who and what it needs, and what must lie around it.</summary>
internal static class ChangeSessionType
{
    /// <summary>A session type as an administrator describes it.</summary>
    /// <param name="HoldMinutes">How long people, room and equipment are held; left out, as long as the session.</param>
    /// <param name="BufferBeforeMinutes">How long they are kept free before it.</param>
    /// <param name="BufferAfterMinutes">And after the hold.</param>
    /// <param name="Staff">By role; the first one leads.</param>
    /// <param name="NoticeHours">How far ahead it must be booked; left out, the practice's policy holds.</param>
    /// <param name="HorizonDays">How far ahead it can be booked; left out, the practice's policy holds.</param>
    /// <param name="Prerequisites">Codes of session types that must come before it.</param>
    public sealed record Request(
        [Required, StringLength(100, MinimumLength = 1)] string Name,
        [Range(5, 720)] int Minutes,
        [Required, MinLength(1), MaxLength(10)] IReadOnlyList<StaffQuota> Staff,
        bool NeedsRoom = true,
        bool ByVideo = false,
        bool ClientsBookIt = true,
        [Range(5, 720)] int? HoldMinutes = null,
        [Range(0, 240)] int BufferBeforeMinutes = 0,
        [Range(0, 240)] int BufferAfterMinutes = 0,
        [MaxLength(10)] IReadOnlyList<EquipmentQuota>? Equipment = null,
        [StringLength(64)] string? Practice = null,
        [Range(0, 720)] int? NoticeHours = null,
        [Range(1, 730)] int? HorizonDays = null,
        [MaxLength(10)] IReadOnlyList<string>? Prerequisites = null,
        SpacingDays? Spacing = null)
    {
        internal SessionTypeDescription Read() => new(
            Name,
            Minutes,
            new(
                [.. Staff.Select(one => new StaffingNeed(one.Role, one.Count, one.PerParticipants, one.Qualification))],
                NeedsRoom,
                [.. (Equipment ?? []).Select(one => new EquipmentNeed(one.Kind, one.Count, one.PerParticipants))]))
        {
            HoldMinutes = HoldMinutes,
            BufferBeforeMinutes = BufferBeforeMinutes,
            BufferAfterMinutes = BufferAfterMinutes,
            Mode = ByVideo ? SessionMode.VideoLink : SessionMode.InPerson,
            Practice = Practice,
            ClientsBookIt = ClientsBookIt,
            NoticeHours = NoticeHours,
            HorizonDays = HorizonDays,
            Prerequisites = Prerequisites ?? [],
            Spacing = Spacing is { } days
                ? new(days.MinimumDaysApart, days.AtMost, days.WithinDays, days.FollowedBy, days.FollowedFromHours, days.FollowedUntilHours)
                : null,
        };
    }

    /// <param name="PerParticipants">For how many participants so many are needed; left out, their number does not matter.</param>
    public sealed record StaffQuota(
        [Required, StringLength(40)] string Role, [Range(1, 20)] int Count = 1, [Range(1, 30)] int? PerParticipants = null,
        [StringLength(40)] string? Qualification = null);

    /// <param name="PerParticipants">For how many participants so many are needed; left out, their number does not matter.</param>
    public sealed record EquipmentQuota(
        [Required, StringLength(40, MinimumLength = 1)] string Kind, [Range(1, 60)] int Count = 1, [Range(1, 30)] int? PerParticipants = null);

    /// <param name="MinimumDaysApart">Days from one session of a person to the next, at least.</param>
    /// <param name="AtMost">How many a person can have within <c>withinDays</c> days.</param>
    /// <param name="FollowedBy">The code of the session that is due after it.</param>
    public sealed record SpacingDays(
        [Range(0, 90)] int MinimumDaysApart, [Range(1, 90)] int AtMost, [Range(1, 90)] int WithinDays,
        [StringLength(64)] string? FollowedBy = null, [Range(0, 720)] int FollowedFromHours = 0, [Range(0, 720)] int FollowedUntilHours = 0);

    internal static void MapChangeSessionType(this RouteGroupBuilder types) =>
        types.MapPut("/{code}", HandleAsync)
            .WithName(nameof(ChangeSessionType))
            .WithSummary("Replace the description of a session type")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .RequireIfMatch();

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string code, Request request, IfMatch ifMatch, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        SessionTypeRules.RequireOffered(code);
        if (await db.SessionTypes.SingleOrDefaultAsync(one => one.Code == code, ct) is not { } type)
        {
            return CommonProblems.NotFound.Because("No session type has this code.");
        }

        ifMatch.Require(type);
        type.Describe(request.Read());
        await SessionTypeRules.RequireKnownAsync(db, type, ct);
        await db.SaveChangesAsync(ct);
        response.SetEtag(type);
        return TypedResults.NoContent();
    }
}
