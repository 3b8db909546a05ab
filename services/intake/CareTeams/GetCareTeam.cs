using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.CareTeams;

/// <summary>A client, their clinicians and the coordinators see who cares for the client.</summary>
internal static class GetCareTeam
{
    internal static void MapGetCareTeam(this RouteGroupBuilder team) =>
        team.MapGet("/", HandleAsync)
            .WithName(nameof(GetCareTeam))
            .WithSummary("Who cares for a client; clients see their own")
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<CareTeamView>, ProblemHttpResult>> HandleAsync(
        Guid clientId, IntakeDbContext db, CurrentCaller caller, CareAccess access, HttpResponse http, CancellationToken ct)
    {
        if (clientId != caller.Id && !caller.Has(Roles.Coordinator) && !await access.CoversAsync(clientId, ct))
        {
            return CommonProblems.NotFound.Because("There is no such client among yours.");
        }

        var team = await db.CareTeams.AsNoTracking().SingleOrDefaultAsync(team => team.Id == clientId, ct) ?? CareTeam.Of(clientId);
        http.SetEtag(team);
        return TypedResults.Ok(CareTeamView.Of(team));
    }
}
