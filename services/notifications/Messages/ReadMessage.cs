using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Messages;

/// <summary>A person marks one of their messages as read.</summary>
internal static class ReadMessage
{
    internal static void MapReadMessage(this RouteGroupBuilder messages) =>
        messages.MapPost("/{id:guid}/read", HandleAsync)
            .WithName(nameof(ReadMessage))
            .WithSummary("Mark a message as read")
            .RequireIdempotencyKey();

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> HandleAsync(
        Guid id, NotificationsDbContext db, CurrentCaller caller, TimeProvider clock, CancellationToken ct)
    {
        var message = await db.Messages.For(caller).SingleOrDefaultAsync(message => message.Id == id, ct);
        if (message is null)
        {
            return CommonProblems.NotFound.Because("Look at the list of your messages.");
        }

        message.Read(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MessageView.For(message));
    }
}
