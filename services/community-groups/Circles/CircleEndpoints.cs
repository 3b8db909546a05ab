using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.CommunityGroups.Circles;

internal static class CircleEndpoints
{
    internal static RouteGroupBuilder MapCircles(this RouteGroupBuilder api)
    {
        var circles = api.MapGroup("/circles").WithTags("Circles").WithoutPersonalData();
        circles.MapOpenCircle();
        circles.MapListCircles();
        circles.MapReadCircle();
        return circles;
    }

    /// <summary>Whether the caller looks after this circle, and still may.</summary>
    internal static Task<bool> LooksAfterAsync(this CurrentCaller caller, GroupsDbContext db, Guid circleId, CancellationToken ct) =>
        caller.HasAny(Roles.Facilitator, Roles.Administrator)
            ? Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AnyAsync(
                db.Facilitators, facilitator => facilitator.CircleId == circleId && facilitator.AccountId == caller.Id, ct)
            : Task.FromResult(false);
}
