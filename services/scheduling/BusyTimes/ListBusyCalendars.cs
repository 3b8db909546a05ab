using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.BusyTimes;

/// <summary>The imported calendars and whether they can be read: one's own, or everybody's for those who set working time.</summary>
internal static class ListBusyCalendars
{
    public sealed record Response(IReadOnlyList<Item> Items);

    /// <param name="ByLink">Read again and again; otherwise it was a file.</param>
    /// <param name="ReadAt">When it was last read; null when it never was.</param>
    /// <param name="Failure">A code when the last try failed; what was read before still counts as busy.</param>
    /// <param name="WhatToDo">The same in words.</param>
    public sealed record Item(
        Guid Id, Guid PractitionerId, bool ByLink, string Zone, DateTimeOffset? ReadAt, CalendarFailure? Failure, string? WhatToDo,
        DateTimeOffset? FailingSince, DateTimeOffset? DueAt, long Version)
    {
        internal static Item Of(BusyCalendar one) => new(
            one.Id, one.PractitionerId, one.Address is not null, one.Zone, one.ReadAt, one.Failure,
            one.Failure is { } failure ? BusyProblems.Sentence(failure) : null, one.FailingSince, one.DueAt, one.Version);
    }

    internal static void MapListBusyCalendars(this RouteGroupBuilder calendars) =>
        calendars.MapGet("/", HandleAsync)
            .WithName(nameof(ListBusyCalendars))
            .WithSummary("List imported calendars, and which cannot be read")
            .RequireAuthorization(policy => policy.RequireRole(Staff.Everybody));

    internal static async Task<Ok<Response>> HandleAsync(SchedulingDbContext db, CurrentCaller caller, CancellationToken ct) =>
        TypedResults.Ok(new Response([.. (await db.BusyCalendarsOf(caller).AsNoTracking()
            .OrderByDescending(one => one.Failure != null).ThenBy(one => one.Id).ToListAsync(ct)).Select(Item.Of)]));

    internal static IQueryable<BusyCalendar> BusyCalendarsOf(this SchedulingDbContext db, CurrentCaller caller) =>
        caller.HasAny(Staff.SettingTime)
            ? db.BusyCalendars
            : db.BusyCalendars.Where(one => db.Practitioners.Any(person => person.Id == one.PractitionerId && person.AccountId == caller.Id));
}
