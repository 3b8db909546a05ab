using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Sites;

/// <summary>Everybody who is signed in can see where the practice works.</summary>
internal static class ListSites
{
    public sealed record Item(Guid Id, string Name, string Zone, string Address, long Version);

    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void MapListSites(this RouteGroupBuilder sites) =>
        sites.MapGet("/", HandleAsync).WithName(nameof(ListSites)).WithSummary("List the sites").RequireAuthorization();

    internal static async Task<Ok<Response>> HandleAsync(SchedulingDbContext db, CancellationToken ct) =>
        TypedResults.Ok(new Response(await db.Sites.AsNoTracking().OrderBy(site => site.Name)
            .Select(site => new Item(site.Id, site.Name, site.Zone, site.Address, site.Version)).ToListAsync(ct)));
}
