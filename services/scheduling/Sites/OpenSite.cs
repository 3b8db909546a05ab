using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Scheduling.Sites;

/// <summary>An administrator adds a place where the practice works.</summary>
internal static class OpenSite
{
    public sealed record Request(
        [Required, StringLength(100, MinimumLength = 1)] string Name,
        [Required, StringLength(64, MinimumLength = 1)] string Zone,
        [StringLength(300)] string Address = "");

    public sealed record Response(Guid Id, string Name, string Zone, string Address);

    internal static void MapOpenSite(this RouteGroupBuilder sites) =>
        sites.MapPost("/", HandleAsync)
            .Refuses(SiteProblems.UnknownZone)
            .WithName(nameof(OpenSite))
            .WithSummary("Add a site, with its address and time zone")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .RequireIdempotencyKey();

    internal static async Task<Created<Response>> HandleAsync(
        Request request, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        var site = Site.Open(request.Name, request.Zone, request.Address);
        db.Sites.Add(site);
        await db.SaveChangesAsync(ct);
        response.SetEtag(site);
        return TypedResults.Created($"/scheduling/v1/sites/{site.Id}", new Response(site.Id, site.Name, site.Zone, site.Address));
    }
}
