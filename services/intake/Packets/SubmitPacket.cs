using Journease.Intake.Instruments;
using Journease.Intake.Responses;
using Journease.Intake.Reviews;
using Journease.Intake.Safety;
using Journease.Intake.Scoring;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Journease.Intake.Packets;

/// <summary>A client sends the completed questionnaires: they are scored, fixed, and wait for a prescriber.</summary>
internal static class SubmitPacket
{
    public sealed record Response(Guid ReviewId, DateTimeOffset SubmittedAt, NextStep Next, SafetyNotice? Safety);

    internal static void MapSubmitPacket(this RouteGroupBuilder packet) =>
        packet.MapPost("/submit", HandleAsync)
            .Refuses(PacketProblems.Incomplete, PacketProblems.InReview)
            .WithName(nameof(SubmitPacket))
            .WithSummary("Send the completed questionnaires to the practice")
            .RequireIdempotencyKey()
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Created<Response>, ProblemHttpResult>> HandleAsync(
        IntakeDbContext db, Seals seals, InstrumentCatalogue catalogue, IOptions<IntakeOptions> options, CurrentCaller caller,
        TimeProvider clock, CancellationToken ct)
    {
        await db.OneAtATimeForAsync(caller.Id, ct);
        var packet = await Packet.OfAsync(caller.Id, db, seals, catalogue, ct);
        if (packet.InReview)
        {
            return AlreadyInReview();
        }
        if (packet.Parts.Any(part => !part.IsComplete))
        {
            return PacketProblems.Incomplete.Because(
                "Answer what is open, or say that you would rather say it in person.",
                new Dictionary<string, object?> { ["open"] = packet.Parts.Where(part => !part.IsComplete).ToDictionary(part => part.Instrument.Code, part => part.OpenItems) });
        }

        var now = clock.Now();
        var (risk, signs) = (ActionCode.None, false);
        foreach (var part in packet.Parts)
        {
            var (response, values) = (part.Response!, part.Sheet!.Values);
            var score = Scorer.Score(part.Instrument, values);
            response.Submit(score, await seals.SealScoreAsync(response, score, ct), now);
            risk = score.Action > risk ? score.Action : risk;
            if (SafetySigns.In(part.Instrument, values) is var sign and not SafetySign.None)
            {
                await db.RaiseConcernAsync(response, sign, answerIsNew: false, options.Value, now, ct);
                signs = true;
            }
        }

        var review = db.Reviews.Add(Review.Open(caller.Id, packet.Parts.Select(part => part.Response!.Id), risk, now)).Entity;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: ReviewTable.OneOpenReviewPerClient })
        {
            return AlreadyInReview();
        }

        return TypedResults.Created(
            "/intake/v1/packet",
            new Response(
                review.Id, now, NextStep.After(PacketState.InReview, options.Value), signs ? SafetyNotice.After(options.Value) : null));
    }

    private static ProblemHttpResult AlreadyInReview() =>
        PacketProblems.InReview.Because("Nothing was sent a second time. You will hear from the practice about what comes next.");
}
