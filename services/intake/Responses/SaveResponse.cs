using System.ComponentModel.DataAnnotations;
using Journease.Intake.Instruments;
using Journease.Intake.Safety;
using Journease.Intake.Scoring;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Journease.Intake.Responses;

/// <summary>A client's answers are saved, as often as they like; a worrying safety answer acts at once, submitted or not.</summary>
internal static class SaveResponse
{
    public sealed record Request(
        [Required, StringLength(50)] string Instrument, [Range(1, 1000)] int Version, [Required] Dictionary<string, Answer> Answers);

    /// <summary>What is kept; with a safety notice whenever an answer of this response asks for one.</summary>
    public sealed record Response(
        Guid ResponseId, string Instrument, int Version, int Answered, int Items, DateTimeOffset SavedAt, bool Submitted, SafetyNotice? Safety);

    internal static void MapSaveResponse(this RouteGroupBuilder responses) =>
        responses.MapPut("/{responseId:guid}", HandleAsync)
            .Refuses(
                InstrumentProblems.Unknown, InstrumentProblems.VersionWrong, InstrumentProblems.WordingNotLoaded,
                ResponseProblems.ItemUnknown, ResponseProblems.AnswerOutOfRange, ResponseProblems.OtherInstrument,
                ResponseProblems.AlreadySubmitted)
            .WithName(nameof(SaveResponse))
            .WithSummary("Save all answers given so far under an id that the client made")
            .InOneTransaction()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<Response>, Created<Response>, ProblemHttpResult>> HandleAsync(
        Guid responseId, Request request, IntakeDbContext db, InstrumentCatalogue catalogue, IOptions<IntakeOptions> options,
        Seals seals, CurrentCaller caller, TimeProvider clock, HttpResponse http, CancellationToken ct)
    {
        if (Refusal(request, catalogue.Current(request.Instrument), options.Value) is { } refusal)
        {
            return refusal;
        }
        var instrument = catalogue.Current(request.Instrument)!;
        var sheet = AnswerSheet.For(instrument, request.Answers);

        await db.OneAtATimeForAsync(caller.Id, ct);
        var now = clock.Now();
        var known = await db.Responses.FindAsync([responseId], ct);
        if (known is not null && known.ClientId != caller.Id)
        {
            return CommonProblems.NotFound.Because("Use an id that you made yourself.");
        }

        var response = known ?? db.Responses.Add(QuestionnaireResponse.Start(responseId, caller.Id, instrument, now)).Entity;
        var kept = await seals.OpenAnswersAsync(response, ct);
        if (response.Accepts(instrument, kept, sheet))
        {
            response.Save(await seals.SealAnswersAsync(response, sheet, ct), sheet.Count, now);
        }
        var positive = SafetySigns.In(instrument, sheet.Values) is SafetySign.Positive;
        if (positive)
        {
            await db.RaiseConcernAsync(response, SafetySign.Positive, sheet.SafetyAnswerDiffers(instrument, kept), options.Value, now, ct);
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        // Somebody else made the same id at the same instant.
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: QuestionnaireResponseTable.OneResponsePerId })
        {
            return CommonProblems.NotFound.Because("Use an id that you made yourself.");
        }

        http.SetEtag(response);
        var answer = new Response(
            responseId, instrument.Code, instrument.Version, response.AnsweredCount, instrument.Items.Count, response.SavedAt,
            response.IsSubmitted, positive ? SafetyNotice.After(options.Value) : null);
        return known is null ? TypedResults.Created($"/intake/v1/responses/{responseId}", answer) : TypedResults.Ok(answer);
    }

    private static ProblemHttpResult? Refusal(Request request, Instrument? instrument, IntakeOptions options) => instrument switch
    {
        null => InstrumentProblems.Unknown.Because("Ask for the list of instruments and use one of its codes."),
        { Version: var current } when current != request.Version =>
            InstrumentProblems.VersionWrong.Because($"Read the questionnaire again and answer version {current}."),
        { ExactWordingLoaded: false } when !options.AssignWithoutExactWording =>
            InstrumentProblems.WordingNotLoaded.Because("Its exact wording has to be loaded by the practice first; nothing was kept."),
        _ => null,
    };
}
