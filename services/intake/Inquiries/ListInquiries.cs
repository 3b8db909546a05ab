using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Inquiries;

/// <summary>A coordinator sees who is waiting for an answer, longest first, a page at a time.</summary>
internal static class ListInquiries
{
    public sealed record Response(IReadOnlyList<Line> Inquiries, Guid? Next);

    public sealed record Line(
        Guid InquiryId, string Name, string Message, ContactWay ContactWay, string Contact, bool? SafeToLeaveMessage,
        DateTimeOffset ReceivedAt, DateTimeOffset? AnsweredAt, Guid? AnsweredBy, string? Note, long Version);

    internal static void MapListInquiries(this RouteGroupBuilder inquiries) =>
        inquiries.MapGet("/", HandleAsync)
            .WithName(nameof(ListInquiries))
            .WithSummary("Inquiries that wait (or, with answered=true, that do not), oldest first; give the answer's next as after to read on")
            .ProducesValidationProblem();

    internal static async Task<Ok<Response>> HandleAsync(
        IntakeDbContext db, CancellationToken ct, bool answered = false, Guid? after = null, [Range(1, 100)] int limit = 50)
    {
        var inquiries = db.Inquiries.AsNoTracking().Where(inquiry => answered ? inquiry.AnsweredAt != null : inquiry.AnsweredAt == null);
        if (after is { } last)
        {
            inquiries = inquiries.Where(inquiry => inquiry.Id > last); // ids tell the time, so they are the order
        }

        var page = await inquiries
            .OrderBy(inquiry => inquiry.Id)
            .Take(limit + 1)
            .Select(inquiry => new Line(
                inquiry.Id, inquiry.Name, inquiry.Message, inquiry.ContactWay, inquiry.Contact, inquiry.SafeToLeaveMessage,
                inquiry.ReceivedAt, inquiry.AnsweredAt, inquiry.AnsweredBy, inquiry.AnswerNote, inquiry.Version))
            .ToListAsync(ct);
        var more = page.Count > limit;
        return TypedResults.Ok(new Response(more ? page[..limit] : page, more ? page[limit - 1].InquiryId : null));
    }
}
