using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Messages;

/// <summary>A person sees their own messages, newest first.</summary>
internal static class ListMessages
{
    /// <param name="Items">The messages of this page.</param>
    /// <param name="Next">Give it back as <c>after</c> for the next page; null on the last one.</param>
    public sealed record Response(IReadOnlyList<MessageView> Items, Guid? Next);

    internal static void MapListMessages(this RouteGroupBuilder messages) =>
        messages.MapGet("/", HandleAsync)
            .WithName(nameof(ListMessages))
            .WithSummary("List your messages, newest first")
            .ProducesValidationProblem();

    private static async Task<Ok<Response>> HandleAsync(
        NotificationsDbContext db, CurrentCaller caller, Guid? after = null, [Range(1, 100)] int limit = 20, CancellationToken ct = default)
    {
        // Version-7 ids are in the order of their making.
        var mine = db.Messages.AsNoTracking().For(caller);
        if (after is { } last)
        {
            mine = mine.Where(message => message.Id.CompareTo(last) < 0);
        }

        var rows = await mine.OrderByDescending(message => message.Id).Take(limit + 1).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. rows.Take(limit).Select(MessageView.For)], rows.Count > limit ? rows[limit - 1].Id : null));
    }
}
