using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Paging;

/// <summary>Coordinators and administrators see who is on call now and later.</summary>
internal static class ListOnCall
{
    private const int Most = 500;

    /// <param name="Items">In order of time; what is over is left out.</param>
    /// <param name="IsCoveredNow">Whether a page would reach somebody at this moment.</param>
    public sealed record Response(IReadOnlyList<OnCallView> Items, bool IsCoveredNow);

    internal static void MapListOnCall(this RouteGroupBuilder rota) =>
        rota.MapGet("/", HandleAsync)
            .WithName(nameof(ListOnCall))
            .WithSummary("Who is on call now and later");

    private static async Task<Ok<Response>> HandleAsync(NotificationsDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rota = await db.OnCall.AsNoTracking().Where(onCall => onCall.Until > now).OrderBy(onCall => onCall.From).Take(Most).ToListAsync(ct);
        return TypedResults.Ok(new Response([.. rota.Select(OnCallView.For)], rota.Any(onCall => onCall.From <= now)));
    }
}
