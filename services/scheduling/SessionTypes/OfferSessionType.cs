using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.SessionTypes;

/// <summary>An administrator adds a kind of session to what the practice offers; never MDMA.</summary>
internal static class OfferSessionType
{
    public sealed record Request(
        [Required, RegularExpression("^[a-z][a-z0-9-]{1,63}$")] string Code, [Required] ChangeSessionType.Request Description);

    internal static void MapOfferSessionType(this RouteGroupBuilder types) =>
        types.MapPost("/", HandleAsync)
            .WithName(nameof(OfferSessionType))
            .WithSummary("Add a session type")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .RequireIdempotencyKey();

    internal static async Task<Results<Created<GetSessionType.Response>, ProblemHttpResult>> HandleAsync(
        Request request, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        var type = SessionType.Offer(request.Code, request.Description.Read());
        await SessionTypeRules.RequireKnownAsync(db, type, ct);
        if (await db.SessionTypes.AnyAsync(one => one.Code == type.Code, ct))
        {
            return SessionTypeProblems.AlreadyThere.Because("Change the session type that is there, or choose another code.");
        }

        db.SessionTypes.Add(type);
        await db.SaveChangesAsync(ct);
        response.SetEtag(type);
        return TypedResults.Created($"/scheduling/v1/session-types/{type.Code}", GetSessionType.Response.Of(type));
    }
}
