using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Notifications.Paging;

/// <summary>A coordinator or administrator puts somebody on the rota.</summary>
internal static class EnterOnCall
{
    /// <param name="AccountId">Who is paged first.</param>
    /// <param name="From">When it begins.</param>
    /// <param name="Until">When it ends.</param>
    /// <param name="BackupId">Who is paged besides when nobody has taken it on in time.</param>
    public sealed record Request(Guid AccountId, DateTimeOffset From, DateTimeOffset Until, Guid? BackupId = null);

    internal static void MapEnterOnCall(this RouteGroupBuilder rota) =>
        rota.MapPost("/", HandleAsync)
            .WithName(nameof(EnterOnCall))
            .WithSummary("Put somebody on the on-call rota")
            .ProducesValidationProblem()
            .RequireIdempotencyKey();

    private static async Task<Created<OnCallView>> HandleAsync(Request request, NotificationsDbContext db, CurrentCaller caller, CancellationToken ct)
    {
        var onCall = OnCall.Enter(request.AccountId, request.BackupId, request.From.ToUniversalTime(), request.Until.ToUniversalTime(), caller.Id);
        db.OnCall.Add(onCall);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/notifications/v1/on-call/{onCall.Id}", OnCallView.For(onCall));
    }
}
