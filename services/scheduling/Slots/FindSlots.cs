using System.ComponentModel.DataAnnotations;
using Journease.Scheduling.SessionTypes;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Journease.Scheduling.Slots;

/// <summary>A person looks for a free time for a session.</summary>
internal static class FindSlots
{
    /// <param name="Items">In order of time; empty when nothing is free.</param>
    /// <param name="Explanation">Why nothing is free; null when something is.</param>
    public sealed record Response(IReadOnlyList<Slot> Items, string? Explanation);

    internal static void MapFindSlots(this RouteGroupBuilder slots) =>
        slots.MapGet("/", HandleAsync)
            .WithName(nameof(FindSlots))
            .WithSummary("Find free times for a session, at most 62 days at a time")
            .RequireAuthorization();

    internal static async Task<Ok<Response>> HandleAsync(
        [MaxLength(64)] string sessionType, DateTimeOffset from, DateTimeOffset to, Guid? practitionerId, Guid? clientId,
        SchedulingDbContext db, CurrentCaller caller, IOptions<SchedulingOptions> policy, TimeProvider clock, CancellationToken ct)
    {
        var type = await db.SessionTypes.NamedAsync(sessionType, ct);
        var now = clock.GetUtcNow();
        var horizon = now + policy.Value.Horizon;
        var range = SlotRange.Asked(from, to, now + policy.Value.NoticeToBook, horizon);
        // A client's own appointments are not free time for them; staff say for whom they search.
        var person = caller.IsStaff() ? clientId : caller.Id;

        var diary = range.IsEmpty ? new([]) : await db.ReadDiaryAsync(type, range.From, range.To + type.Hold, person, ct);
        var items = diary.SlotsFor(type, practitionerId).TakeWhile(slot => slot.StartsAt < range.To).ToList();
        if (items.Count > 0)
        {
            return TypedResults.Ok(new Response(items, null));
        }

        var explanation = range.IsEmpty
            ? $"Appointments can be booked from {policy.Value.NoticeToBook.TotalHours:0.#} hours to {policy.Value.Horizon.TotalDays:0} days ahead."
            : await EmptyAnswer.ExplainAsync(db, type, range.To, horizon, practitionerId, person, ct);
        return TypedResults.Ok(new Response([], explanation));
    }
}
