namespace Journease.Identity.Staff;

/// <summary>An invitation as administrators see it.</summary>
/// <param name="Id">The id of the invitation, which will be that of the account.</param>
/// <param name="Name">What the administrator called the person.</param>
/// <param name="Email">Where the letter went.</param>
/// <param name="Roles">What the person will be here.</param>
/// <param name="InvitedAt">When.</param>
/// <param name="ExpiresAt">Until when the link in the newest letter works; in the past when it is too old.</param>
internal sealed record InvitationLine(
    Guid Id, string Name, string Email, IReadOnlyList<string> Roles, DateTimeOffset InvitedAt, DateTimeOffset ExpiresAt)
{
    public static async Task<InvitationLine> OfAsync(StaffInvitation invitation, Invitations invitations, CancellationToken ct)
    {
        var person = await invitations.ReadAsync(invitation, ct);
        return new(invitation.Id, person.Name, person.Email, invitation.Roles, invitation.InvitedAt, invitation.ExpiresAt);
    }
}
