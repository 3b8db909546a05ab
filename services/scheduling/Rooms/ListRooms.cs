using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Rooms;

/// <summary>Everybody who is signed in can see the names of the rooms.</summary>
internal static class ListRooms
{
    public sealed record Item(Guid Id, Guid SiteId, string Name, int Seats, long Version);

    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void MapListRooms(this RouteGroupBuilder rooms) =>
        rooms.MapGet("/", HandleAsync).WithName(nameof(ListRooms)).WithSummary("List the rooms").RequireAuthorization();

    internal static async Task<Ok<Response>> HandleAsync(SchedulingDbContext db, CancellationToken ct) =>
        TypedResults.Ok(new Response(await db.Rooms.AsNoTracking().OrderBy(room => room.Name)
            .Select(room => new Item(room.Id, room.SiteId, room.Name, room.Seats, room.Version)).ToListAsync(ct)));
}
