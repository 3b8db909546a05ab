using System.ComponentModel.DataAnnotations;
using Journease.Scheduling.Sites;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Rooms;

/// <summary>An administrator adds a room to a site.</summary>
internal static class OpenRoom
{
    public sealed record Request(
        Guid SiteId, [Required, StringLength(100, MinimumLength = 1)] string Name, [Range(1, 200)] int Seats = 1);

    public sealed record Response(Guid Id, Guid SiteId, string Name, int Seats);

    internal static void MapOpenRoom(this RouteGroupBuilder rooms) =>
        rooms.MapPost("/", HandleAsync)
            .Refuses(SiteProblems.UnknownSite)
            .WithName(nameof(OpenRoom))
            .WithSummary("Add a room to a site")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .RequireIdempotencyKey();

    internal static async Task<Created<Response>> HandleAsync(
        Request request, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        if (!await db.Sites.AnyAsync(site => site.Id == request.SiteId, ct))
        {
            throw SiteProblems.UnknownSite.Broken("Give the id of a site from the list of sites.", "siteId");
        }

        var room = Room.Open(request.SiteId, request.Name, request.Seats);
        db.Rooms.Add(room);
        await db.SaveChangesAsync(ct);
        response.SetEtag(room);
        return TypedResults.Created($"/scheduling/v1/rooms/{room.Id}", new Response(room.Id, room.SiteId, room.Name, room.Seats));
    }
}
