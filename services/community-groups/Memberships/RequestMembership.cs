using System.ComponentModel.DataAnnotations;
using Journease.CommunityGroups.Circles;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.CommunityGroups.Memberships;

/// <summary>A person asks to join a circle, under a name that only this circle knows.</summary>
internal static class RequestMembership
{
    public sealed record Request([StringLength(100, MinimumLength = 1)] string Pseudonym);

    public sealed record Response(Guid MembershipId, string Pseudonym, MembershipStatus Status);

    internal static void MapRequestMembership(this RouteGroupBuilder circle) =>
        circle.MapPost("/memberships", HandleAsync)
            .Refuses(
                MembershipProblems.PseudonymUnusable, MembershipProblems.PseudonymTaken, MembershipProblems.PseudonymKept,
                MembershipProblems.AlreadyThere, MembershipProblems.OwnCircle)
            .WithName(nameof(RequestMembership))
            .WithSummary("Ask to join a circle")
            .RequireIdempotencyKey()
            .ProducesValidationProblem();

    private static async Task<Results<Created<Response>, ProblemHttpResult>> HandleAsync(
        Guid circleId, Request request, GroupsDbContext db, MembershipLinks links, CurrentCaller caller, AuditTrail audit, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var pseudonym = Pseudonym.From(request.Pseudonym);
        if (!await db.Circles.AnyAsync(circle => circle.Id == circleId, ct))
        {
            return CircleProblems.NothingHere();
        }
        if (await caller.LooksAfterAsync(db, circleId, ct))
        {
            return MembershipProblems.OwnCircle.Because("You read and write in it already, as its facilitator.");
        }

        var membership = await links.FindOwnAsync(circleId, caller.Id, ct);
        if (membership is null)
        {
            membership = Membership.Request(circleId, pseudonym, clock.GetUtcNow());
            db.Memberships.Add(membership);
            await links.AddAsync(membership, caller.Id, ct);
        }
        else
        {
            membership.RequestAgain(pseudonym, clock.GetUtcNow());
        }

        audit.ByMember(membership.Id);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: MembershipTable.OnePseudonym })
        {
            return MembershipProblems.PseudonymTaken.Because("Choose another name.");
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: MembershipAccountTable.OnePerPerson })
        {
            return MembershipProblems.AlreadyThere.Because("Wait for the facilitator's answer, or read the circle's posts.");
        }

        response.SetEtag(membership);
        return TypedResults.Created(
            $"/groups/v1/circles/{circleId}/memberships/mine", new Response(membership.Id, membership.Pseudonym, membership.Status));
    }
}
