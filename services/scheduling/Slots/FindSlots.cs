using System.ComponentModel.DataAnnotations;
using Journease.Scheduling.Practitioners;
using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.Sites;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>A person looks for a free time for a session.</summary>
internal static class FindSlots
{
    /// <param name="Items">In order of time; empty when nothing is free.</param>
    /// <param name="Explanation">Why nothing is free; null when something is.</param>
    public sealed record Response(IReadOnlyList<Slot> Items, string? Explanation);

    /// <param name="Participants">For how many the session is; quotas grow with it.</param>
    /// <param name="Zone">An IANA zone in which times are given; without it, that of each site.</param>
    public sealed record Wish(
        [property: MaxLength(64)] string SessionType, DateTimeOffset From, DateTimeOffset To, Guid? PractitionerId, Guid? SiteId,
        [property: AllowedValues(null, "woman", "man", "nonbinary")] string? PractitionerGender,
        [property: AllowedValues(null, "woman", "man", "nonbinary")] string? SitterGender, Guid? ClientId,
        [property: Range(1, SessionNeeds.MostParticipants)] int? Participants, [property: MaxLength(64)] string? Zone);

    internal static void MapFindSlots(this RouteGroupBuilder slots) =>
        slots.MapGet("/", HandleAsync)
            .Refuses(SlotRange.Impossible, SessionTypeProblems.Unknown, SessionTypeProblems.InformationOnly, SiteProblems.UnknownZone)
            .WithName(nameof(FindSlots))
            .WithSummary("Find free times for a session, at most 62 days at a time")
            .RequireAuthorization();

    internal static async Task<Ok<Response>> HandleAsync(
        [AsParameters] Wish wish, SchedulingDbContext db, CurrentCaller caller, IOptions<SchedulingOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var type = await db.SessionTypes.NamedAsync(wish.SessionType, ct);
        var policy = options.Value.For(type);
        var now = clock.GetUtcNow();
        var horizon = now + policy.Horizon;
        var search = new Search(
            type,
            SlotRange.Asked(wish.From, wish.To, now + policy.NoticeToBook, horizon),
            new(wish.PractitionerId, wish.SiteId, GenderOf(wish.PractitionerGender), GenderOf(wish.SitterGender)),
            wish.Participants ?? 1,
            // A client's own appointments are not free time for them; staff say for whom they search.
            caller.IsStaff() ? wish.ClientId : caller.Id,
            wish.Zone is null ? null : Known(wish.Zone));
        if (search.Range.IsEmpty)
        {
            return TypedResults.Ok(new Response(
                [], $"This can be booked from {policy.NoticeToBook.TotalHours:0.#} hours to {policy.Horizon.TotalDays:0} days ahead."));
        }

        var diary = await db.ReadDiaryAsync(type, search.Range.From, search.Range.To + type.Hold, search.ClientId, ct);
        var items = diary.SlotsFor(type, search.Wanted, search.Participants)
            .SkipWhile(slot => slot.StartsAt < search.Range.From)
            .TakeWhile(slot => slot.StartsAt < search.Range.To)
            .Select(search.Shown)
            .ToList();
        return TypedResults.Ok(new Response(items, items.Count > 0 ? null : await EmptyAnswer.ExplainAsync(db, search, diary, horizon, ct)));
    }

    private static Gender? GenderOf(string? word) => word is null ? null : Enum.Parse<Gender>(word, ignoreCase: true);

    private static DateTimeZone Known(string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
        ?? throw SiteProblems.UnknownZone.Broken("Give an IANA time zone, for example America/New_York.", "zone");
}
