using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Journease.Identity.Passwords;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Registration;

/// <summary>
/// The person behind the address chooses a password, and has an account. Looking at the page does nothing: mail scanners do
/// that too.
/// </summary>
internal static class ConfirmRegistration
{
    private const string PageTooOld = "This page was open for a long time. Please send it once more.";

    public static void MapConfirmRegistration(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.RegistrationLink, ShowAsync)
            .WithName("ShowConfirmRegistration").WithSummary("The page that a confirmation link leads to").AllowAnonymous();
        app.MapPost(Addresses.RegistrationLink, HandleAsync)
            .WithName(nameof(ConfirmRegistration)).WithSummary("Confirm the e-mail address and open the account").AllowAnonymous().AboutNamed();
    }

    private static async Task<IResult> ShowAsync(
        string? token, HttpContext http, IAntiforgery antiforgery, RequestedAccounts requested, TimeProvider clock, CancellationToken ct)
    {
        var asked = await requested.FindAsync(token, ct);
        return asked?.IsOpen(clock.GetUtcNow()) == true
            ? Page(http, antiforgery, token!, sentence: null)
            : Useless(http, antiforgery, asked, token);
    }

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, RequestedAccounts requested, PasswordRules rules,
        OpenAccount opening, SignInStep next, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }
        var (token, password) = (form["token"].ToString(), form["password"].ToString());
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Page(http, antiforgery, token, PageTooOld);
        }

        var (asked, opened, mistake) = await db.InOneTransactionAsync(async (transaction, stop) =>
        {
            var asked = await requested.LockAsync(token, stop);
            if (asked?.IsOpen(clock.GetUtcNow()) != true)
            {
                return new Outcome(asked);
            }
            var person = await requested.ReadAsync(asked, stop);
            if (rules.MistakeIn(password, person.Email, person.Name) is { } sentence)
            {
                return new Outcome(asked, Mistake: sentence);
            }
            asked.Opened(clock.GetUtcNow());
            audit.AtPage(asked.Id);
            var account = new NewAccount(asked.Id, new(person.Email, person.Name), person.TimeZone, person.Language, [Roles.Client]);
            var credential = await opening.TryAsync(account, password, stop);
            if (credential is not null)
            {
                await transaction.CommitAsync(stop);
            }
            return new Outcome(asked, credential);
        }, ct);

        return (opened, mistake) switch
        {
            (not null, _) => await next.AfterFirstFactorAsync(http, opened, FirstFactor.ConfirmedAddress, returnUrl: null, ct),
            (_, not null) => Page(http, antiforgery, token, mistake),
            _ => Useless(http, antiforgery, asked, token),
        };
    }

    private sealed record Outcome(RequestedAccount? Asked, Credential? Opened = null, string? Mistake = null);

    private static RazorComponentResult<ConfirmRegistrationPage> Page(HttpContext http, IAntiforgery antiforgery, string token, string? sentence) =>
        http.Page<ConfirmRegistrationPage>(
            new { Token = antiforgery.GetAndStoreTokens(http), Secret = token, Sentence = sentence },
            sentence is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    // Used, too old, or never one of ours: each says what to do now.
    private static IResult Useless(HttpContext http, IAntiforgery antiforgery, RequestedAccount? asked, string? token) => asked switch
    {
        { OpenedAt: null, Content: not null } => http.Page<LinkTooOldPage>(
            new { Token = antiforgery.GetAndStoreTokens(http), Action = Addresses.RegistrationAgain, Secret = token }, StatusCodes.Status410Gone),
        not null => http.Page<LinkUsedPage>(new { }, StatusCodes.Status410Gone),
        null => http.Page<LinkUnknownPage>(new { Again = Addresses.Register, AgainText = "Create an account" }, StatusCodes.Status404NotFound),
    };
}
