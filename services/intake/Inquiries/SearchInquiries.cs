using System.ComponentModel.DataAnnotations;
using Journease.Sealing;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Inquiries;

/// <summary>
/// A coordinator looks for somebody who reached out, by e-mail address, telephone number or words of the name. Asked in a
/// body, because an address in a URL would lie in every log on the way.
/// </summary>
internal static class SearchInquiries
{
    /// <param name="Contact">The whole e-mail address or telephone number.</param>
    /// <param name="Name">One or more whole words of the name; all must be there.</param>
    public sealed record Request([StringLength(320)] string? Contact = null, [StringLength(300)] string? Name = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (string.IsNullOrWhiteSpace(Contact) == string.IsNullOrWhiteSpace(Name))
            {
                yield return new ValidationResult("Give either contact or name.", [nameof(Contact)]);
            }
        }
    }

    /// <summary>Newest first; more than a hundred are cut off.</summary>
    public sealed record Response(IReadOnlyList<InquiryView> Inquiries);

    private const int Most = 100;

    internal static void MapSearchInquiries(this RouteGroupBuilder inquiries) =>
        inquiries.MapPost("/search", HandleAsync)
            .WithName(nameof(SearchInquiries))
            .WithSummary("Find inquiries by the whole e-mail address or telephone number, or by words of the name")
            .OnlyReads()
            .ProducesValidationProblem();

    internal static async Task<Ok<Response>> HandleAsync(
        Request request, IntakeDbContext db, Seals seals, BlindIndex index, AuditTrail audit, CancellationToken ct)
    {
        var found = await Matching(request, db.Inquiries.AsNoTracking(), index)
            .OrderByDescending(inquiry => inquiry.Id)
            .Take(Most)
            .ToListAsync(ct);
        audit.About(found.Select(inquiry => inquiry.Id));
        return TypedResults.Ok(new Response(await seals.OpenAsync(found, ct)));
    }

    private static IQueryable<Inquiry> Matching(Request request, IQueryable<Inquiry> inquiries, BlindIndex index)
    {
        if (!string.IsNullOrWhiteSpace(request.Contact))
        {
            var contact = index.OfContact(request.Contact);
            return inquiries.Where(inquiry => inquiry.ContactIndex == contact);
        }

        byte[][] words = [.. index.OfName(request.Name!)];
        return words.Length == 0
            ? inquiries.Where(_ => false) // only punctuation
            : inquiries.Where(inquiry => words.All(word => inquiry.NameIndex.Contains(word)));
    }
}
