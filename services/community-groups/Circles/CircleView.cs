using System.Linq.Expressions;
using Journease.CommunityGroups.Memberships;

namespace Journease.CommunityGroups.Circles;

/// <summary>A circle as anybody signed in may see it: what it is for, whether there is room, and where they stand. Never who is in it.</summary>
/// <param name="Full">Whether every place is taken; how many members there are is not told.</param>
/// <param name="MyStatus">Where the caller's own membership stands; null where there is none.</param>
/// <param name="ILookAfterIt">Whether the caller is its facilitator.</param>
internal sealed record CircleView(
    Guid CircleId, string Name, string About, string Guidelines, IReadOnlyList<string> Topics, int Capacity, bool Full,
    MembershipStatus? MyStatus, bool ILookAfterIt)
{
    public static Expression<Func<Circle, CircleView>> For(GroupsDbContext db, Guid account) => circle => new(
        circle.Id, circle.Name, circle.About, circle.Guidelines, circle.Topics, circle.Capacity, circle.Members >= circle.Capacity,
        null,
        db.Facilitators.Any(facilitator => facilitator.CircleId == circle.Id && facilitator.AccountId == account));

    /// <summary>The same circles with where the person stands in each: a link to a person is found only by whoever has the index's key.</summary>
    public static async Task<List<CircleView>> WithOwnStatusAsync(IReadOnlyList<CircleView> circles, MembershipLinks links, Guid account, CancellationToken ct)
    {
        var own = await links.OwnAsync(circles.Select(circle => circle.CircleId), account, ct);
        return [.. circles.Select(circle => circle with { MyStatus = own.Find(membership => membership.CircleId == circle.CircleId)?.Status })];
    }
}
