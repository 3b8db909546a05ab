using Journease.Identity.Accounts;
using Journease.Identity.Mail;
using Journease.Identity.Pages;
using Journease.Identity.Throttling;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Registration;

/// <summary>
/// A person asks for an account. Whether the address has one already is told to the address only: the page, the work and the
/// number of rows written are the same.
/// </summary>
internal static class Register
{
    private const int Adult = 18;
    private const string Language = "en";
    private const string PageTooOld = "This page was open for a long time. Please send it once more.";

    public static void MapRegister(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.Register, Show).WithName("ShowRegister").WithSummary("The page to create an account").AllowAnonymous();
        app.MapPost(Addresses.Register, HandleAsync).WithName(nameof(Register)).WithSummary("Ask for an account").AllowAnonymous();
        app.MapGet(Addresses.RegistrationSent, (HttpContext http) => http.Page<RegistrationSentPage>(new { }))
            .WithName("ShowRegistrationSent").WithSummary("The page that says to look for a mail").AllowAnonymous();
    }

    private static RazorComponentResult<RegisterPage> Show(HttpContext http, IAntiforgery antiforgery) =>
        Page(http, antiforgery, RegistrationForm.Empty, [], null);

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, AccountDetails accounts, RequestedAccounts requested,
        LetterBox letters, RegistrationLetters words, Throttle throttle, Limits limits, PortalAddress portal, TimeProvider clock, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } fields)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }
        var form = RegistrationForm.From(fields);
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Page(http, antiforgery, form, [], PageTooOld);
        }
        if (form.Mistakes(clock.GetUtcNow()) is { Count: > 0 } mistakes)
        {
            return Page(http, antiforgery, form, mistakes, null);
        }
        if (form.Age(clock.GetUtcNow()) < Adult)
        {
            return http.Page<TooYoungPage>(new { portal.ReachOut });
        }
        if (await throttle.TryAsync(limits.AskingForMail(http, form.Email), ct) is { } wait)
        {
            return TooManyTries.Page(http, wait, Addresses.Register);
        }

        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var id = Guid.CreateVersion7();
            var secret = await requested.AskAsync(id, new(form.Email, form.Name, form.TimeZone, Language), token);
            var letter = await accounts.FindAsync(form.Email, token) is null ? words.Confirm(form.Email, secret) : words.AlreadyThere(form.Email);
            await letters.PutAsync(id, "registration", letter, token);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return true;
        }, ct);
        return Results.LocalRedirect(Addresses.RegistrationSent);
    }

    private static RazorComponentResult<RegisterPage> Page(
        HttpContext http, IAntiforgery antiforgery, RegistrationForm form, Dictionary<string, string> mistakes, string? sentence) =>
        http.Page<RegisterPage>(
            new { Token = antiforgery.GetAndStoreTokens(http), Entered = form, Mistakes = mistakes, Sentence = sentence },
            mistakes.Count > 0 || sentence is not null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
}
