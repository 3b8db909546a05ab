using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.CommunityGroups.Circles;

/// <summary>A facilitator, or an administrator, opens a circle and looks after it from then on.</summary>
internal static class OpenCircle
{
    public sealed record Request(
        [StringLength(CircleTable.LongestName, MinimumLength = 3)] string Name,
        [StringLength(CircleTable.LongestText, MinimumLength = 1)] string About,
        [StringLength(CircleTable.LongestText, MinimumLength = 1)] string Guidelines,
        [MaxLength(20)] IReadOnlyList<string> Topics,
        [Range(1, 200)] int Capacity);

    public sealed record Response(Guid CircleId, string Name);

    internal static void MapOpenCircle(this RouteGroupBuilder circles) =>
        circles.MapPost("/", HandleAsync)
            .Refuses(CircleProblems.TopicUnknown, CircleProblems.TextUnreadable)
            .WithName(nameof(OpenCircle))
            .WithSummary("Open a circle")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Facilitator, Roles.Administrator))
            .RequireIdempotencyKey()
            .ProducesValidationProblem();

    private static async Task<Created<Response>> HandleAsync(
        Request request, GroupsDbContext db, CurrentCaller caller, HttpResponse response, CancellationToken ct)
    {
        var circle = Circle.Open(request.Name, request.About, request.Guidelines, request.Topics, request.Capacity);
        db.Circles.Add(circle);
        db.Facilitators.Add(CircleFacilitator.Of(circle, caller.Id));
        await db.SaveChangesAsync(ct);

        response.SetEtag(circle);
        return TypedResults.Created($"/groups/v1/circles/{circle.Id}", new Response(circle.Id, circle.Name));
    }
}
