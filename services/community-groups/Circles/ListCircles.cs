using System.ComponentModel.DataAnnotations;
using Journease.CommunityGroups.Memberships;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.CommunityGroups.Circles;

/// <summary>A signed-in person looks for a circle that suits them.</summary>
internal static class ListCircles
{
    /// <param name="Items">The circles of this page, by name.</param>
    /// <param name="Next">Give it back as <c>after</c> for the next page; null on the last one.</param>
    public sealed record Response(IReadOnlyList<CircleView> Items, Guid? Next);

    internal static void MapListCircles(this RouteGroupBuilder circles) =>
        circles.MapGet("/", HandleAsync)
            .WithName(nameof(ListCircles))
            .WithSummary("List circles, of one topic if you like")
            .ProducesValidationProblem();

    private static async Task<Ok<Response>> HandleAsync(
        GroupsDbContext db, MembershipLinks links, CurrentCaller caller,
        [StringLength(60)] string? topic = null,
        Guid? after = null,
        [Range(1, 100)] int limit = 20,
        CancellationToken ct = default)
    {
        var circles = await ByNameAsync(db.Circles.AsNoTracking(), after, ct);
        if (topic is not null)
        {
            circles = circles.Where(circle => circle.Topics.Contains(topic));
        }

        var rows = await circles.Take(limit + 1).Select(CircleView.For(db, caller.Id)).ToListAsync(ct);
        var page = await CircleView.WithOwnStatusAsync([.. rows.Take(limit)], links, caller.Id, ct);
        return TypedResults.Ok(new Response(page, rows.Count > limit ? rows[limit - 1].CircleId : null));
    }

    // By name, and by id where names are equal: the order tells nothing about when each was opened.
    private static async Task<IQueryable<Circle>> ByNameAsync(IQueryable<Circle> circles, Guid? after, CancellationToken ct)
    {
        var ordered = circles.OrderBy(circle => circle.Name).ThenBy(circle => circle.Id);
        if (after is not { } id)
        {
            return ordered;
        }

        var name = await circles.Where(circle => circle.Id == id).Select(circle => circle.Name).SingleOrDefaultAsync(ct);
        return ordered.Where(circle => EF.Functions.GreaterThan(ValueTuple.Create(circle.Name, circle.Id), ValueTuple.Create(name, id)));
    }
}
