using System.ComponentModel.DataAnnotations;
using Journease.Sealing;
using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Inquiries;

/// <summary>A coordinator sees who is waiting for an answer, longest first, a page at a time.</summary>
internal static class ListInquiries
{
    public sealed record Response(IReadOnlyList<InquiryView> Inquiries, Guid? Next);

    internal static void MapListInquiries(this RouteGroupBuilder inquiries) =>
        inquiries.MapGet("/", HandleAsync)
            .WithName(nameof(ListInquiries))
            .WithSummary("Inquiries that wait (or, with answered=true, that do not), oldest first; give the answer's next as after to read on")
            .ProducesValidationProblem();

    internal static async Task<Ok<Response>> HandleAsync(
        IntakeDbContext db, Seals seals, AuditTrail audit, CancellationToken ct, bool answered = false, Guid? after = null, [Range(1, 100)] int limit = 50)
    {
        var inquiries = db.Inquiries.AsNoTracking().Where(inquiry => answered ? inquiry.AnsweredAt != null : inquiry.AnsweredAt == null);
        if (after is { } last)
        {
            inquiries = inquiries.Where(inquiry => inquiry.Id > last); // ids tell the time, so they are the order
        }

        var page = await inquiries
            .OrderBy(inquiry => inquiry.Id)
            .Take(limit + 1)
            .ToListAsync(ct);
        audit.About(page.Take(limit).Select(inquiry => inquiry.Id)); // nobody has an account yet
        return TypedResults.Ok(new Response(
            await seals.OpenAsync([.. page.Take(limit)], ct), page.Count > limit ? page[limit - 1].Id : null));
    }
}
