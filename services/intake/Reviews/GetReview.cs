using Journease.Intake.Instruments;
using Journease.Intake.Responses;
using Journease.Intake.Safety;
using Journease.Intake.Scoring;
using Journease.Sealing;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Reviews;

/// <summary>A prescriber reads one review: scores, concerns and every answer.</summary>
internal static class GetReview
{
    public sealed record Response(
        Guid ReviewId, Guid ClientId, ActionCode Risk, DateTimeOffset SubmittedAt, long Version,
        IReadOnlyList<Answered> Responses, IReadOnlyList<Concern> Concerns, Decided? Decision);

    /// <summary>One questionnaire of the packet with its score.</summary>
    public sealed record Answered(
        Guid ResponseId, string Instrument, int InstrumentVersion, bool ExactWording, Score? Score, SafetySign SafetySign,
        Dictionary<string, Answer> Answers);

    public sealed record Concern(Guid ConcernId, ConcernGrade Grade, SafetySign Sign, ConcernState State, DateTimeOffset RaisedAt);

    public sealed record Decided(Decision Decision, string Reasons, DateTimeOffset DecidedAt, Guid DecidedBy);

    internal static void MapGetReview(this RouteGroupBuilder reviews) =>
        reviews.MapGet("/{id:guid}", HandleAsync)
            .WithName(nameof(GetReview))
            .WithSummary("One review with scores, concerns and answers")
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, IntakeDbContext db, Seals seals, InstrumentCatalogue catalogue, AuditTrail audit, HttpResponse http, CancellationToken ct)
    {
        if (await db.Reviews.AsNoTracking().SingleOrDefaultAsync(review => review.Id == id, ct) is not { } review)
        {
            return CommonProblems.NotFound.Because("There is no such review.");
        }

        audit.About(review.ClientId);
        var responses = await db.Responses.AsNoTracking().Where(response => review.ResponseIds.Contains(response.Id)).ToListAsync(ct);
        var concerns = await db.Concerns.AsNoTracking()
            .Where(concern => concern.ClientId == review.ClientId)
            .OrderByDescending(concern => concern.RaisedAt)
            .Select(concern => new Concern(concern.Id, concern.Grade, concern.Sign, concern.State, concern.RaisedAt))
            .ToListAsync(ct);
        await seals.PrepareAsync(responses, ct);
        var answered = new List<Answered>();
        foreach (var responseId in review.ResponseIds)
        {
            answered.Add(await OpenAsync(responses.Single(response => response.Id == responseId), seals, catalogue, ct));
        }
        var reasons = await seals.OpenRecordAsync(review.ClientId, ReviewTable.ReasonsOf(review.Id), review.Reasons, ct);

        http.SetEtag(review);
        return TypedResults.Ok(new Response(
            review.Id, review.ClientId, review.Risk, review.SubmittedAt, review.Version, answered, concerns,
            review.Decision is { } decision ? new Decided(decision, reasons!, review.DecidedAt!.Value, review.DecidedBy!.Value) : null));
    }

    private static async Task<Answered> OpenAsync(
        QuestionnaireResponse response, Seals seals, InstrumentCatalogue catalogue, CancellationToken ct)
    {
        var instrument = catalogue.Of(response.Instrument, response.InstrumentVersion);
        var sheet = await seals.OpenAnswersAsync(response, ct) ?? AnswerSheet.Empty;
        return new Answered(
            response.Id, response.Instrument, response.InstrumentVersion, instrument.ExactWordingLoaded, await seals.OpenScoreAsync(response, ct),
            SafetySigns.In(instrument, sheet.Values), sheet.ToDictionary());
    }
}
