using Journease.Intake.Instruments;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Responses;

/// <summary>A client reads back what they answered, to go on where they stopped.</summary>
internal static class GetResponse
{
    public sealed record Response(
        Guid ResponseId, string Instrument, int Version, Dictionary<string, Answer> Answers, int Answered, int Items,
        DateTimeOffset SavedAt, DateTimeOffset? SubmittedAt);

    internal static void MapGetResponse(this RouteGroupBuilder responses) =>
        responses.MapGet("/{responseId:guid}", HandleAsync)
            .WithName(nameof(GetResponse))
            .WithSummary("My answers to one questionnaire")
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid responseId, IntakeDbContext db, InstrumentCatalogue catalogue, Seals seals, CurrentCaller caller, HttpResponse http,
        CancellationToken ct)
    {
        var response = await db.Responses.AsNoTracking()
            .SingleOrDefaultAsync(response => response.Id == responseId && response.ClientId == caller.Id, ct);
        if (response is null || await seals.OpenAnswersAsync(response, ct) is not { } sheet)
        {
            return CommonProblems.NotFound.Because("You have no such response.");
        }

        http.SetEtag(response);
        return TypedResults.Ok(new Response(
            response.Id, response.Instrument, response.InstrumentVersion, sheet.ToDictionary(), response.AnsweredCount,
            catalogue.Of(response.Instrument, response.InstrumentVersion).Items.Count, response.SavedAt, response.SubmittedAt));
    }
}
