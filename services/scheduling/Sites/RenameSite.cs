using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Sites;

/// <summary>An administrator corrects the name or the address of a site.</summary>
internal static class RenameSite
{
    /// <param name="Address">Left out, it stays as it is.</param>
    public sealed record Request([Required, StringLength(100, MinimumLength = 1)] string Name, [StringLength(300)] string? Address = null);

    internal static void MapRenameSite(this RouteGroupBuilder sites) =>
        sites.MapPut("/{id:guid}", HandleAsync)
            .WithName(nameof(RenameSite))
            .WithSummary("Rename a site, or correct its address")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .RequireIfMatch();

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch ifMatch, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        if (await db.Sites.SingleOrDefaultAsync(site => site.Id == id, ct) is not { } site)
        {
            return CommonProblems.NotFound.Because("No site has this id.");
        }

        ifMatch.Require(site);
        site.Describe(request.Name, request.Address ?? site.Address);
        await db.SaveChangesAsync(ct);
        response.SetEtag(site);
        return TypedResults.NoContent();
    }
}
