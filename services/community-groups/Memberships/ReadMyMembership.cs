using Journease.CommunityGroups.Circles;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.CommunityGroups.Memberships;

/// <summary>A person sees under which name they are in a circle, and whether they were let in.</summary>
internal static class ReadMyMembership
{
    public sealed record Response(Guid MembershipId, string Pseudonym, MembershipStatus Status);

    internal static void MapReadMyMembership(this RouteGroupBuilder circle) =>
        circle.MapGet("/memberships/mine", HandleAsync)
            .WithName(nameof(ReadMyMembership))
            .WithSummary("See where you stand in a circle");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid circleId, MembershipLinks links, CurrentCaller caller, AuditTrail audit, HttpResponse response, CancellationToken ct)
    {
        var membership = await links.FindOwnAsync(circleId, caller.Id, ct);
        if (membership is null)
        {
            return CircleProblems.NothingHere();
        }

        audit.ByMember(membership.Id);
        response.SetEtag(membership);
        return TypedResults.Ok(new Response(membership.Id, membership.Pseudonym, membership.Status));
    }
}
