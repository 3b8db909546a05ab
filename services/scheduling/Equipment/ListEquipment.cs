using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Equipment;

/// <summary>Staff see which chairs and other equipment each site has.</summary>
internal static class ListEquipment
{
    public sealed record Item(Guid Id, Guid SiteId, string Kind, string Name, long Version);

    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void MapListEquipment(this RouteGroupBuilder equipment) =>
        equipment.MapGet("/", HandleAsync)
            .WithName(nameof(ListEquipment))
            .WithSummary("List chairs and other equipment")
            .RequireAuthorization(policy => policy.RequireRole(Staff.Everybody));

    internal static async Task<Ok<Response>> HandleAsync(SchedulingDbContext db, CancellationToken ct) =>
        TypedResults.Ok(new Response(await db.Equipment.AsNoTracking().OrderBy(item => item.Kind).ThenBy(item => item.Name)
            .Select(item => new Item(item.Id, item.SiteId, item.Kind, item.Name, item.Version)).ToListAsync(ct)));
}
