using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Equipment;

/// <summary>An administrator corrects the name of a chair or other equipment.</summary>
internal static class RenameEquipment
{
    public sealed record Request([Required, StringLength(100, MinimumLength = 1)] string Name);

    internal static void MapRenameEquipment(this RouteGroupBuilder equipment) =>
        equipment.MapPut("/{id:guid}", HandleAsync)
            .WithName(nameof(RenameEquipment))
            .WithSummary("Rename equipment")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .RequireIfMatch();

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch ifMatch, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        if (await db.Equipment.SingleOrDefaultAsync(item => item.Id == id, ct) is not { } item)
        {
            return CommonProblems.NotFound.Because("No equipment has this id.");
        }

        ifMatch.Require(item);
        item.Rename(request.Name);
        await db.SaveChangesAsync(ct);
        response.SetEtag(item);
        return TypedResults.NoContent();
    }
}
