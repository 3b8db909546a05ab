using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.CommunityGroups.Posts;
using Journease.PersonExport;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.CommunityGroups.Memberships;

/// <summary>
/// The circles that a person is or was in, under which name, and what they wrote there, for their copy of everything. What
/// others wrote is theirs.
/// </summary>
internal sealed class ExportedMemberships(GroupsDbContext db, MembershipLinks links, Seals seals) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var circles = await db.Circles.ToDictionaryAsync(circle => circle.Id, circle => circle.Name, ct);
        var memberships = await links.OwnAsync(circles.Keys, subject, ct);
        foreach (var membership in memberships.OrderBy(membership => membership.RequestedAt))
        {
            var circle = circles[membership.CircleId];
            yield return new Basic
            {
                Id = membership.Id.ToString(),
                Code = FhirR4.Called("Circle membership"),
                Subject = FhirR4.To(subject),
                CreatedElement = new Date(membership.RequestedAt.Year, membership.RequestedAt.Month, membership.RequestedAt.Day),
            }.Told(
                $"Circle \"{circle}\", as {membership.Pseudonym}. {Said(membership.Status)}",
                $"Asked to join on {membership.RequestedAt:d MMMM yyyy}{(membership.EndedAt is { } end ? $", ended on {end:d MMMM yyyy}" : "")}.");

            var posts = await db.Posts.AsNoTracking().Where(post => post.MembershipId == membership.Id).OrderBy(post => post.Number).ToListAsync(ct);
            foreach (var post in posts)
            {
                var text = await seals.OpenPostAsync(post, ct);
                yield return new Communication
                {
                    Id = post.Id.ToString(),
                    Status = EventStatus.Completed,
                    Category = [FhirR4.Called("Post in a circle")],
                    Sender = FhirR4.To(subject),
                    Topic = FhirR4.Called(circle),
                    SentElement = new FhirDateTime(post.PostedAt),
                    Payload = [new Communication.PayloadComponent { Content = new FhirString(Words.Storable(text)) }],
                }.Told($"{post.PostedAt:u}, in \"{circle}\", as {membership.Pseudonym}:", text);
            }
        }
    }

    private static string Said(MembershipStatus status) => status switch
    {
        MembershipStatus.Requested => "Waiting to be let in.",
        MembershipStatus.Approved => "A member.",
        MembershipStatus.Declined => "Not let in.",
        _ => "No longer a member.",
    };
}
