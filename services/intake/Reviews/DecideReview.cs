using System.ComponentModel.DataAnnotations;
using Journease.Intake.Clearances;
using Journease.Sealing;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Journease.Intake.Reviews;

/// <summary>A prescriber decides what a submitted packet means; "clear" grants a clearance in the same step.</summary>
internal static class DecideReview
{
    /// <param name="Version">The version of the review that was read; decided is only what was seen.</param>
    /// <param name="Decision">One of clear, not-now, needs-more, refer.</param>
    /// <param name="Reasons">For the record; never sent anywhere.</param>
    /// <param name="InPersonEvaluation">Needed to clear: the person was evaluated in person.</param>
    /// <param name="PrescriptionMonitoringChecked">Needed to clear: the prescription monitoring programme was checked.</param>
    /// <param name="Scope">What is cleared.</param>
    /// <param name="MaximumSessions">How many sessions; the practice's default where left out.</param>
    /// <param name="ValidDays">For how long; the practice's default where left out.</param>
    public sealed record Request(
        [Range(0, long.MaxValue)] long Version,
        Decision Decision,
        [Required, StringLength(4000), StorableText] string Reasons,
        bool InPersonEvaluation = false,
        bool PrescriptionMonitoringChecked = false,
        [StringLength(50)] string Scope = Clearance.Ketamine,
        [Range(1, 24)] int? MaximumSessions = null,
        [Range(1, 365)] int? ValidDays = null);

    public sealed record Response(
        Guid ReviewId, Guid ClientId, Decision Decision, DateTimeOffset DecidedAt, Guid? ClearanceId, DateTimeOffset? ClearanceExpiresAt);

    internal static void MapDecideReview(this RouteGroupBuilder reviews) =>
        reviews.MapPost("/{id:guid}/decision", HandleAsync)
            .Refuses(
                ReviewProblems.AlreadyDecided, ReviewProblems.OwnReview, ReviewProblems.Changed, ClearanceProblems.AlreadyInForce,
                ClearanceProblems.NotEvaluatedInPerson, ClearanceProblems.PrescriptionMonitoringNotChecked,
                ClearanceProblems.ScopeUnknown)
            .WithName(nameof(DecideReview))
            .WithSummary("Clear, not now, needs more, or refer")
            .RequireIdempotencyKey()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IntakeDbContext db, Seals seals, IOptions<IntakeOptions> options, CurrentCaller caller, AuditTrail audit,
        TimeProvider clock, HttpResponse http, CancellationToken ct)
    {
        if (await db.Reviews.Where(review => review.Id == id).Select(review => (Guid?)review.ClientId).SingleOrDefaultAsync(ct) is not { } clientId)
        {
            return CommonProblems.NotFound.Because("There is no such review.");
        }

        audit.About(clientId);
        await db.OneAtATimeForAsync(clientId, ct); // two prescribers, or a prescriber and an answer that raises a concern
        var review = await db.Reviews.SingleAsync(review => review.Id == id, ct);
        var now = clock.Now();
        var reasons = await seals.SealRecordAsync(clientId, ReviewTable.ReasonsOf(id), request.Reasons, ct);
        review.Decide(request.Decision, reasons, caller.Id, request.Version, now);

        var clearance = request.Decision is Decision.Clear ? await GrantAsync(request, review, db, options.Value, now, ct) : null;
        await db.SaveChangesAsync(ct);
        http.SetEtag(review);
        return TypedResults.Ok(new Response(review.Id, clientId, request.Decision, now, clearance?.Id, clearance?.ExpiresAt));
    }

    private static async Task<Clearance> GrantAsync(
        Request request, Review review, IntakeDbContext db, IntakeOptions options, DateTimeOffset now, CancellationToken ct)
    {
        var clearance = Clearance.Grant(
            review, new(request.InPersonEvaluation, request.PrescriptionMonitoringChecked), request.Scope,
            request.MaximumSessions ?? options.ClearanceMaximumSessions, request.ValidDays ?? options.ClearanceValidDays, now);
        if (await db.Clearances.AnyAsync(
            other => other.ClientId == review.ClientId && other.Scope == clearance.Scope && other.WithdrawnAt == null && other.ExpiresAt > now, ct))
        {
            throw ClearanceProblems.AlreadyInForce.Broken("Withdraw the one in force first, so that one decision, and not two, carries the sessions.");
        }
        return db.Clearances.Add(clearance).Entity;
    }
}
