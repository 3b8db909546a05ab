using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Staff;

/// <summary>An administrator sees who has been invited and has not answered yet.</summary>
internal static class ListInvitations
{
    /// <param name="Items">The newest first. Those that are too old stay for a week, so that they can be sent again.</param>
    public sealed record Response(IReadOnlyList<InvitationLine> Items);

    internal static void MapListInvitations(this RouteGroupBuilder invitations) => invitations.MapGet("/", HandleAsync)
        .WithName(nameof(ListInvitations))
        .WithSummary("See the invitations that nobody has answered yet");

    internal static async Task<Ok<Response>> HandleAsync(IdentityDbContext db, Invitations invitations, AuditTrail audit, CancellationToken ct)
    {
        var items = new List<InvitationLine>();
        foreach (var invitation in await db.StaffInvitations.AsNoTracking()
            .Where(invitation => invitation.AcceptedAt == null && invitation.WithdrawnAt == null)
            .OrderByDescending(invitation => invitation.InvitedAt).ToListAsync(ct))
        {
            items.Add(await InvitationLine.OfAsync(invitation, invitations, ct));
        }
        audit.About(items.Select(item => item.Id));
        return TypedResults.Ok(new Response(items));
    }
}
