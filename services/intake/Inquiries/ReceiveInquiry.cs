using System.ComponentModel.DataAnnotations;
using Journease.Intake.Safety;
using Journease.Sealing;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Journease.Intake.Inquiries;

/// <summary>Somebody reaches out, without an account, and reads at once who answers, when, and whom to call in a crisis.</summary>
internal static class ReceiveInquiry
{
    public sealed record Request(
        [Required, StringLength(300), StorableText] string Name,
        [Required, StringLength(5000), StorableText] string Message,
        ContactWay ContactWay,
        [Required, StringLength(320), StorableText] string Contact,
        bool? SafeToLeaveMessage = null);

    public sealed record Response(
        Guid InquiryId, DateTimeOffset ReceivedAt, string AnsweredBy, string AnsweredWhen, IReadOnlyList<CrisisLine> CrisisLines);

    internal static void MapReceiveInquiry(this RouteGroupBuilder inquiries) =>
        inquiries.MapPost("/", HandleAsync)
            .WithName(nameof(ReceiveInquiry))
            .WithSummary("Reach out to the practice; no account needed")
            .AllowAnonymous()
            .RequireIdempotencyKey()
            .ProducesValidationProblem();

    internal static async Task<Created<Response>> HandleAsync(
        Request request, IntakeDbContext db, Seals seals, BlindIndex index, AuditTrail audit, IOptions<IntakeOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        audit.About(id);
        var inquiry = Inquiry.Receive(
            id, await SealedInquiry.OfAsync(id, request, seals, index, ct), request.ContactWay, request.SafeToLeaveMessage, clock.Now());
        db.Inquiries.Add(inquiry);
        await db.SaveChangesAsync(ct);

        return TypedResults.Created(
            $"/intake/v1/inquiries/{inquiry.Id}",
            new Response(
                inquiry.Id, inquiry.ReceivedAt, options.Value.InquiryAnsweredBy, options.Value.InquiryAnsweredWhen, CrisisLines.All));
    }
}
