using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Rooms;

/// <summary>An administrator corrects the name of a room, or how many it seats.</summary>
internal static class RenameRoom
{
    /// <param name="Seats">Left out, it stays as it is.</param>
    public sealed record Request([Required, StringLength(100, MinimumLength = 1)] string Name, [Range(1, 200)] int? Seats = null);

    internal static void MapRenameRoom(this RouteGroupBuilder rooms) =>
        rooms.MapPut("/{id:guid}", HandleAsync)
            .WithName(nameof(RenameRoom))
            .WithSummary("Rename a room, or say how many it seats")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .RequireIfMatch();

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch ifMatch, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        if (await db.Rooms.SingleOrDefaultAsync(room => room.Id == id, ct) is not { } room)
        {
            return CommonProblems.NotFound.Because("No room has this id.");
        }

        ifMatch.Require(room);
        room.Describe(request.Name, request.Seats ?? room.Seats);
        await db.SaveChangesAsync(ct);
        response.SetEtag(room);
        return TypedResults.NoContent();
    }
}
