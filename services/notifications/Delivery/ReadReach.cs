using Journease.Mail;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Delivery;

/// <summary>A person sees whether what was last sent to them arrived, as far as we know.</summary>
internal static class ReadReach
{
    /// <param name="CouldNotReachByEmail">The last letter could not be delivered: the address may be wrong, or the mailbox full.</param>
    /// <param name="Since">When that was found out.</param>
    public sealed record Response(bool CouldNotReachByEmail, DateTimeOffset? Since);

    internal static void MapReadReach(this RouteGroupBuilder api) =>
        api.MapGet("/reach", HandleAsync)
            .WithName(nameof(ReadReach))
            .WithSummary("Whether our last letter reached you, as far as we know")
            .WithTags("Deliveries")
            .AboutCaller();

    private static async Task<Ok<Response>> HandleAsync(NotificationsDbContext db, CurrentCaller caller, CancellationToken ct)
    {
        var last = await db.Mail.AsNoTracking()
            .Where(mail => mail.OwnerId == caller.Id && (mail.SentAt != null || (mail.GivenUpAt != null && !mail.LastFailure!.StartsWith(Carried.Unneeded))))
            .OrderByDescending(mail => mail.WrittenAt).ThenByDescending(mail => mail.Id).FirstOrDefaultAsync(ct);
        var since = last?.BouncedAt ?? (last?.SentAt is null ? last?.GivenUpAt : null);
        return TypedResults.Ok(new Response(since is not null, since));
    }
}
