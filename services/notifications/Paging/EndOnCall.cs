using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Paging;

/// <summary>A coordinator or administrator takes somebody off the rota, from now on.</summary>
internal static class EndOnCall
{
    internal static void MapEndOnCall(this RouteGroupBuilder rota) =>
        rota.MapPost("/{id:guid}/end", HandleAsync)
            .WithName(nameof(EndOnCall))
            .WithSummary("Take somebody off the on-call rota, from now on")
            .RequireIdempotencyKey();

    private static async Task<Results<Ok<OnCallView>, ProblemHttpResult>> HandleAsync(Guid id, NotificationsDbContext db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.OnCall.SingleOrDefaultAsync(onCall => onCall.Id == id, ct) is not { } onCall)
        {
            return CommonProblems.NotFound.Because("Look at the list of who is on call.");
        }
        onCall.End(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(OnCallView.For(onCall));
    }
}
