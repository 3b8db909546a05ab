using System.ComponentModel.DataAnnotations;
using Journease.Scheduling.Sites;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Equipment;

/// <summary>An administrator adds a chair or another thing that sessions are counted by.</summary>
internal static class AddEquipment
{
    public sealed record Request(
        Guid SiteId,
        [Required, RegularExpression("^[a-z][a-z0-9-]{0,39}$")] string Kind,
        [Required, StringLength(100, MinimumLength = 1)] string Name);

    public sealed record Response(Guid Id, Guid SiteId, string Kind, string Name);

    internal static void MapAddEquipment(this RouteGroupBuilder equipment) =>
        equipment.MapPost("/", HandleAsync)
            .WithName(nameof(AddEquipment))
            .WithSummary("Add a chair or other equipment to a site")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .RequireIdempotencyKey();

    internal static async Task<Created<Response>> HandleAsync(
        Request request, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        if (!await db.Sites.AnyAsync(site => site.Id == request.SiteId, ct))
        {
            throw SiteProblems.UnknownSite.Broken("Give the id of a site from the list of sites.", "siteId");
        }

        var item = EquipmentItem.Add(request.SiteId, request.Kind, request.Name);
        db.Equipment.Add(item);
        await db.SaveChangesAsync(ct);
        response.SetEtag(item);
        return TypedResults.Created($"/scheduling/v1/equipment/{item.Id}", new Response(item.Id, item.SiteId, item.Kind, item.Name));
    }
}
