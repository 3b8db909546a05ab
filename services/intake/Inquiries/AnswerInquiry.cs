using System.ComponentModel.DataAnnotations;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Intake.Inquiries;

/// <summary>A coordinator notes that an inquiry has been answered.</summary>
internal static class AnswerInquiry
{
    public sealed record Request([StringLength(2000), StorableText] string? Note = null);

    public sealed record Response(Guid InquiryId, DateTimeOffset AnsweredAt, Guid AnsweredBy);

    internal static void MapAnswerInquiry(this RouteGroupBuilder inquiries) =>
        inquiries.MapPost("/{id:guid}/answer", HandleAsync)
            .Refuses(InquiryProblems.AlreadyAnswered)
            .WithName(nameof(AnswerInquiry))
            .WithSummary("Note that an inquiry has been answered")
            .RequireIdempotencyKey()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IntakeDbContext db, Seals seals, CurrentCaller caller, TimeProvider clock, HttpResponse http,
        CancellationToken ct)
    {
        if (await db.Inquiries.FindAsync([id], ct) is not { } inquiry)
        {
            return CommonProblems.NotFound.Because("There is no such inquiry.");
        }

        var note = request.Note is { Length: > 0 } written ? await seals.SealNoteAsync(inquiry, written, ct) : null;
        inquiry.Answer(caller.Id, note, clock.Now());
        await db.SaveChangesAsync(ct);
        http.SetEtag(inquiry);
        return TypedResults.Ok(new Response(inquiry.Id, inquiry.AnsweredAt!.Value, inquiry.AnsweredBy!.Value));
    }
}
