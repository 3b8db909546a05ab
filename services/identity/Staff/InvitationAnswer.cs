using Journease.Identity.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace Journease.Identity.Staff;

/// <summary>Answers with the page of an invitation, or with the page that says why it is of no use any more.</summary>
internal sealed class InvitationAnswer(Invitations invitations, IAntiforgery antiforgery)
{
    public async Task<IResult> ShowAsync(HttpContext http, StaffInvitation invitation, string secret, CancellationToken ct, string? sentence = null)
    {
        var person = await invitations.ReadAsync(invitation, ct);
        return http.Page<InvitationPage>(
            new
            {
                Token = antiforgery.GetAndStoreTokens(http),
                Secret = secret,
                person.Name,
                person.Email,
                Work = StaffRoleNames.InWords(invitation.Roles),
                Sentence = sentence,
            },
            sentence is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>Accepted, withdrawn or too old: each says what to do now.</summary>
    public static IResult Over(HttpContext http, StaffInvitation invitation) => Over(http, invitation switch
    {
        { AcceptedAt: not null } => "You have accepted this invitation, and can sign in.",
        { WithdrawnAt: not null } => "The practice has withdrawn this invitation. If you think that is a mistake, ask whoever invited you.",
        _ => "An invitation works for 7 days, so that nobody else can use it later. Ask whoever invited you to send it again.",
    });

    public static IResult Over(HttpContext http, string sentence) =>
        http.Page<InvitationOverPage>(new { Sentence = sentence }, StatusCodes.Status410Gone);

    /// <summary>Never one of ours, or a newer letter has taken its place.</summary>
    public static IResult Unknown(HttpContext http) =>
        http.Page<LinkUnknownPage>(new { Again = Addresses.SignIn, AgainText = "Sign in" }, StatusCodes.Status404NotFound);
}
