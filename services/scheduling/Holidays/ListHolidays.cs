using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Holidays;

/// <summary>Everybody who is signed in can see on which public holidays a site is closed.</summary>
internal static class ListHolidays
{
    public sealed record Item(DateOnly Day, string Name);

    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void MapListHolidays(this RouteGroupBuilder holidays) =>
        holidays.MapGet("/", HandleAsync).WithName(nameof(ListHolidays)).WithSummary("List a site's public holidays").RequireAuthorization();

    internal static async Task<Ok<Response>> HandleAsync(Guid siteId, SchedulingDbContext db, CancellationToken ct) =>
        TypedResults.Ok(await OfAsync(db, siteId, ct));

    internal static async Task<Response> OfAsync(SchedulingDbContext db, Guid siteId, CancellationToken ct) =>
        new(await db.Holidays.AsNoTracking().Where(holiday => holiday.SiteId == siteId).OrderBy(holiday => holiday.Day)
            .Select(holiday => new Item(holiday.Day, holiday.Name)).ToListAsync(ct));
}
