using Journease.Identity.Accounts;
using Journease.Identity.Mail;
using Journease.Identity.OpenIdConnect;
using Journease.Identity.Pages;
using Journease.Identity.Sessions;
using Journease.Identity.Throttling;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Passwords;

/// <summary>
/// A person who is signed in chooses another password. It needs the old one, or a sign-in of the last minutes: whoever finds a
/// device that is signed in must not take the account over. All other sessions end.
/// </summary>
internal static class ChangePassword
{
    private const string PageTooOld = "This page was open for a long time. Please send it once more.";
    private const string WrongOldPassword = "The password that you have now is not right. Check it and try again.";

    public static void MapChangePassword(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.ChangePassword, ShowAsync).WithName("ShowChangePassword").WithSummary("The page to choose another password").AllowAnonymous().WithoutPersonalData();
        app.MapPost(Addresses.ChangePassword, HandleAsync).WithName(nameof(ChangePassword)).WithSummary("Choose another password").AllowAnonymous().AboutNamed();
        app.MapGet(Addresses.PasswordChanged, (HttpContext http, PortalAddress portal) => http.Page<PasswordChangedPage>(new { GoOn = portal.SignIn }))
            .WithName("ShowPasswordChanged").WithSummary("The page that says that the password is changed").AllowAnonymous().WithoutPersonalData();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, AccountDetails details, TimeProvider clock, CancellationToken ct)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return await SignedInPerson.FindAsync(session.Principal, db, details, ct) is { } person
            ? Page(http, antiforgery, NeedsOld(person, clock), sentence: null)
            : Results.LocalRedirect(Addresses.SignIn + QueryString.Create("returnUrl", Addresses.ChangePassword));
    }

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, AccountDetails details, PasswordRules rules, UserManager<Credential> credentials,
        OpenSessions sessions, Throttle throttle, Limits limits, LetterBox letters, PasswordLetters words, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (await http.ReadFormOrNullAsync(ct) is not { } form || await SignedInPerson.FindAsync(session.Principal, db, details, ct) is not { } person)
        {
            return Results.LocalRedirect(Addresses.SignIn);
        }
        audit.AtPage(person.Account.Id);
        var (old, chosen, needsOld) = (form["old-password"].ToString(), form["password"].ToString(), NeedsOld(person, clock));
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Page(http, antiforgery, needsOld, PageTooOld);
        }
        if (rules.MistakeIn(chosen, person.Details.Email, person.Details.Name) is { } mistake)
        {
            return Page(http, antiforgery, needsOld, mistake);
        }
        var tries = limits.SigningIn(http, person.Details.Email);
        if (needsOld && await throttle.TryAsync(tries, ct) is { } wait)
        {
            return TooManyTries.Page(http, wait, Addresses.ChangePassword);
        }

        var changed = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var credential = (await credentials.FindByIdAsync(person.Account.Id.ToString()))!;
            if (needsOld && !await credentials.CheckPasswordAsync(credential, old))
            {
                return null;
            }
            await credentials.RemovePasswordAsync(credential);
            await credentials.AddPasswordAsync(credential, chosen);
            await letters.PutAsync(credential.Id, "password-changed", words.Changed(person.Details.Email), token);
            await sessions.EndOthersAsync(credential.Id, person.Session.Id, token);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return credential;
        }, ct);
        if (changed is null)
        {
            return Page(http, antiforgery, needsOld, WrongOldPassword);
        }
        await throttle.ForgiveAsync(needsOld ? tries : [], ct);
        await sessions.StayHereAsync(http, changed, person.Session.Id);
        return Results.LocalRedirect(Addresses.PasswordChanged);
    }

    private static bool NeedsOld(SignedInPerson person, TimeProvider clock) =>
        person.Credential.PasswordHash is not null && !person.Session.IsFresh(clock.GetUtcNow());

    private static RazorComponentResult<ChangePasswordPage> Page(HttpContext http, IAntiforgery antiforgery, bool needsOld, string? sentence) =>
        http.Page<ChangePasswordPage>(
            new { Token = antiforgery.GetAndStoreTokens(http), NeedsOld = needsOld, Sentence = sentence },
            sentence is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
