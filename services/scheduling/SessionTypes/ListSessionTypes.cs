using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.SessionTypes;

/// <summary>What can be booked here.</summary>
internal static class ListSessionTypes
{
    public sealed record Response(IReadOnlyList<GetSessionType.Response> Items);

    internal static void MapListSessionTypes(this RouteGroupBuilder types) =>
        types.MapGet("/", HandleAsync).WithName(nameof(ListSessionTypes)).WithSummary("List the session types").RequireAuthorization();

    internal static async Task<Ok<Response>> HandleAsync(SchedulingDbContext db, CancellationToken ct)
    {
        var types = await db.SessionTypes.AsNoTracking().OrderBy(type => type.Id).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. types.Select(GetSessionType.Response.Of)]));
    }
}
