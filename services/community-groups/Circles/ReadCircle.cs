using Journease.CommunityGroups.Memberships;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.CommunityGroups.Circles;

/// <summary>A signed-in person reads what a circle is for and where they stand in it.</summary>
internal static class ReadCircle
{
    internal static void MapReadCircle(this RouteGroupBuilder circles) =>
        circles.MapGet("/{id:guid}", HandleAsync)
            .WithName(nameof(ReadCircle))
            .WithSummary("Read what a circle is for");

    private static async Task<Results<Ok<CircleView>, ProblemHttpResult>> HandleAsync(
        Guid id, GroupsDbContext db, MembershipLinks links, CurrentCaller caller, CancellationToken ct)
    {
        var view = await db.Circles.AsNoTracking().Where(circle => circle.Id == id)
            .Select(CircleView.For(db, caller.Id)).SingleOrDefaultAsync(ct);
        return view is null
            ? CircleProblems.NothingHere()
            : TypedResults.Ok((await CircleView.WithOwnStatusAsync([view], links, caller.Id, ct)).Single());
    }
}
