using System.ComponentModel.DataAnnotations;
using Journease.Intake.CareTeams;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Journease.Intake.EmergencyAccesses;

/// <summary>A clinician outside the care team opens one record for an hour, saying why; an administrator and the client learn of it.</summary>
internal static class OpenEmergencyAccess
{
    public sealed record Request(EmergencyReason Reason, [Required, StringLength(500), StorableText] string Words);

    public sealed record Response(Guid AccessId, Guid ClientId, EmergencyReason Reason, DateTimeOffset OpenedAt, DateTimeOffset ExpiresAt);

    internal static void MapOpenEmergencyAccess(this RouteGroupBuilder clients) =>
        clients.MapPost("/{clientId:guid}/emergency-access", HandleAsync)
            .Refuses(EmergencyAccessProblems.ToOneself, EmergencyAccessProblems.NotNeeded)
            .WithName(nameof(OpenEmergencyAccess))
            .WithSummary("Read the record of somebody outside your care for a short time, with a reason that is shown to them")
            .RequireIdempotencyKey()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Created<Response>, ProblemHttpResult>> HandleAsync(
        Guid clientId, Request request, IntakeDbContext db, Seals seals, CareAccess access, IOptions<IntakeOptions> options, CurrentCaller caller,
        CancellationToken ct)
    {
        if (clientId == caller.Id)
        {
            return EmergencyAccessProblems.ToOneself.Because("What is yours you can read as a client.");
        }
        if (!await db.KnowsAsync(clientId, ct))
        {
            return CommonProblems.NotFound.Because("There is no such client.");
        }

        await db.OneAtATimeForAsync(clientId, ct); // a second tap on the button opens nothing twice
        if (await access.CoversAsync(clientId, ct))
        {
            return EmergencyAccessProblems.NotNeeded.Because("You are on the care team, or your emergency access still runs.");
        }

        var id = Guid.CreateVersion7();
        var words = await seals.SealRecordAsync(clientId, EmergencyAccessTable.WordsOf(id), request.Words, ct);
        var opened = db.EmergencyAccesses.Add(EmergencyAccess.Open(
            id, clientId, caller.Id, request.Reason, words, options.Value.EmergencyAccessLasts, await db.NowAsync(ct))).Entity;
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/intake/v1/emergency-access/{opened.Id}",
            new Response(opened.Id, clientId, opened.Reason, opened.OpenedAt, opened.ExpiresAt));
    }
}
