using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Journease.Identity.Passwords;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;

namespace Journease.Identity.Staff;

/// <summary>
/// The person behind the address accepts, with a password or to add a passkey next, and has an account with the roles of the
/// invitation. Looking at the page does nothing: mail scanners do that too.
/// </summary>
internal static class AcceptInvitation
{
    private const string Language = "en";
    private const string PageTooOld = "This page was open for a long time. Please send it once more.";
    private const string NoZone = "Choose a time zone from the list.";

    public static void MapAcceptInvitation(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.Invitation, ShowAsync)
            .WithName("ShowInvitation").WithSummary("The page that an invitation leads to").AllowAnonymous().AboutNamed();
        app.MapPost(Addresses.Invitation, HandleAsync)
            .WithName(nameof(AcceptInvitation)).WithSummary("Accept an invitation and open the account").AllowAnonymous().AboutNamed();
    }

    private static async Task<IResult> ShowAsync(
        string? token, HttpContext http, Invitations invitations, InvitationAnswer page, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        if (await invitations.FindAsync(token, ct) is not { } invitation)
        {
            return InvitationAnswer.Unknown(http);
        }
        audit.About(invitation.Id);
        return invitation.IsOpen(clock.GetUtcNow()) ? await page.ShowAsync(http, invitation, token!, ct) : InvitationAnswer.Over(http, invitation);
    }

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, Invitations invitations, Administrators administrators,
        PasswordRules rules, OpenAccount opening, SignInStep next, InvitationAnswer page, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }
        var (secret, zone) = (form["token"].ToString(), form["time-zone"].ToString());
        var password = form["with"] == "passkey" ? null : form["password"].ToString();
        var isOurs = await antiforgery.IsRequestValidAsync(http);

        var (opened, answer) = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            if (await invitations.LockAsync(secret, token) is not { } invitation)
            {
                return new Outcome(Answer: InvitationAnswer.Unknown(http));
            }
            audit.About(invitation.Id);
            if (!invitation.IsOpen(clock.GetUtcNow()))
            {
                return new Outcome(Answer: InvitationAnswer.Over(http, invitation));
            }
            var person = await invitations.ReadAsync(invitation, token);
            if (Mistake(person) is { } sentence)
            {
                return new Outcome(Answer: await page.ShowAsync(http, invitation, secret, token, sentence));
            }
            if (invitation.InvitedBy is null && await administrators.ExistsAsync(token))
            {
                return new Outcome(Answer: InvitationAnswer.Over(http, "Somebody else is the first administrator now, and can invite you."));
            }

            invitation.Accept(clock.GetUtcNow());
            if (await opening.TryAsync(new(invitation.Id, person, zone, Language, invitation.Roles), password, token) is not { } credential)
            {
                return new Outcome(Answer: InvitationAnswer.Over(http, "Your address has an account by now. Ask an administrator to give that account the roles."));
            }
            audit.AtPage(invitation.Id);
            await transaction.CommitAsync(token);
            return new Outcome(credential);
        }, ct);

        // On the account page a passkey is added: without one, or a code of an app, staff roles do not work.
        return opened is null ? answer! : await next.AfterFirstFactorAsync(http, opened, FirstFactor.ConfirmedAddress, Addresses.Account, ct);

        string? Mistake(PersonalDetails person) => (isOurs, TimeZones.Exists(zone), password) switch
        {
            (false, _, _) => PageTooOld,
            (_, false, _) => NoZone,
            (_, _, { } chosen) => rules.MistakeIn(chosen, person.Email, person.Name),
            _ => null,
        };
    }

    private sealed record Outcome(Credential? Opened = null, IResult? Answer = null);
}
