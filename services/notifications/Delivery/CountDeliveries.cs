using Journease.Mail;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Delivery;

/// <summary>Administrators and operators see, in numbers and of nobody, whether what is sent arrives.</summary>
internal static class CountDeliveries
{
    /// <param name="Name"><c>mail</c> and <c>phone</c> to people; <c>page-mail</c> and <c>page-call</c> to whoever is on call.</param>
    /// <param name="Waiting">What has not left yet, also because it is not its time.</param>
    /// <param name="GivenUp">What could not be sent, of what is still on record.</param>
    /// <param name="Bounced">What was sent and came back.</param>
    /// <param name="Failures">By which names the last tries failed.</param>
    public sealed record Way(string Name, int Waiting, int Sent, int GivenUp, int Bounced, IReadOnlyList<Failure> Failures);

    public sealed record Failure(string Name, int Count);

    public sealed record Response(IReadOnlyList<Way> Ways);

    internal static void MapCountDeliveries(this RouteGroupBuilder api) =>
        api.MapGet("/deliveries", HandleAsync)
            .WithName(nameof(CountDeliveries))
            .WithSummary("How many letters and pages were sent, wait, were given up or came back")
            .WithTags("Deliveries")
            .WithoutPersonalData()
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator, Roles.Operator));

    private static async Task<Ok<Response>> HandleAsync(NotificationsDbContext db, CancellationToken ct)
    {
        var bounced = await db.Mail.CountAsync(mail => mail.BouncedAt != null, ct);
        return TypedResults.Ok(new Response(
        [
            await CountAsync("mail", db.Mail, bounced, ct),
            await CountAsync("phone", db.PhoneNotices, 0, ct),
            await CountAsync("page-mail", db.PageMails, 0, ct),
            await CountAsync("page-call", db.PageCalls, 0, ct),
        ]));
    }

    private static async Task<Way> CountAsync<TOutgoing>(string name, IQueryable<TOutgoing> all, int bounced, CancellationToken ct)
        where TOutgoing : Outgoing
    {
        var failures = await all.Where(one => one.SentAt == null && one.LastFailure != null && !one.LastFailure.StartsWith(Carried.Unneeded))
            .GroupBy(one => one.LastFailure!).Select(group => new { group.Key, Count = group.Count() }).OrderBy(group => group.Key).ToListAsync(ct);
        return new(
            name,
            await all.CountAsync(one => one.SentAt == null && one.GivenUpAt == null, ct),
            await all.CountAsync(one => one.SentAt != null, ct),
            await all.CountAsync(one => one.GivenUpAt != null && !one.LastFailure!.StartsWith(Carried.Unneeded), ct),
            bounced,
            [.. failures.Select(failure => new Failure(failure.Key, failure.Count))]);
    }
}
