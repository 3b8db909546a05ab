using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Staff;

/// <summary>
/// Whoever set the installation up says who its first administrator is. That person gets an invitation like every other, so
/// that an address with a slip of the pen in it makes nobody an administrator.
/// </summary>
internal static class RegisterFirstAdministrator
{
    private const string PageTooOld = "This page was open for a long time. Please send it once more.";
    private const string NoAddress = "Write an e-mail address such as name@example.com.";
    private const string Taken = "There is an account or an invitation with this address. Use another one.";
    private static readonly string NoName = $"Write what the person is called, in at most {PersonalDetails.LongestName} characters.";

    public static void MapRegisterFirstAdministrator(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.FirstAdministrator, ShowAsync)
            .WithName("ShowRegisterFirstAdministrator").WithSummary("The page on which the first administrator registers").AllowAnonymous().WithoutPersonalData();
        app.MapPost(Addresses.FirstAdministrator, HandleAsync)
            .WithName(nameof(RegisterFirstAdministrator)).WithSummary("Register the first administrator").AllowAnonymous().AboutNamed();
        app.MapGet(Addresses.FirstAdministratorSent, (HttpContext http) => http.Page<FirstAdministratorSentPage>(new { }))
            .WithName("ShowFirstAdministratorSent").WithSummary("The page that says to look for the invitation").AllowAnonymous().WithoutPersonalData();
    }

    private static async Task<IResult> ShowAsync(
        string? token, HttpContext http, IAntiforgery antiforgery, FirstAdministratorTokens tokens, Administrators administrators, CancellationToken ct) =>
        await tokens.IsGoodAsync(token, ct) && !await administrators.ExistsAsync(ct)
            ? Page(http, antiforgery, token!, new("", ""), [])
            : Useless(http);

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, FirstAdministratorTokens tokens, Administrators administrators,
        AccountDetails accounts, Invitations invitations, AuditTrail audit, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }
        var secret = form["token"].ToString();
        var person = new PersonalDetails(form["email"].ToString().Trim(), form["name"].ToString().Trim());
        var isOurs = await antiforgery.IsRequestValidAsync(http);

        return await db.InOneTransactionAsync<IResult>(async (transaction, token) =>
        {
            if (!await tokens.UseAsync(secret, token) || await administrators.ExistsAsync(token))
            {
                return Useless(http);
            }
            if (!isOurs || Mistakes(person) is { Count: > 0 })
            {
                return Page(http, antiforgery, secret, person, Mistakes(person), isOurs ? null : PageTooOld);
            }
            if (await accounts.FindAsync(person.Email, token) is not null
                || await invitations.InviteAsync(person, [Roles.Administrator], invitedBy: null, token) is not { } invitation)
            {
                return Page(http, antiforgery, secret, person, new() { ["email"] = Taken });
            }
            audit.AtPage(invitation.Id);
            await transaction.CommitAsync(token);
            return Results.LocalRedirect(Addresses.FirstAdministratorSent);
        }, ct);
    }

    private static Dictionary<string, string> Mistakes(PersonalDetails person)
    {
        var mistakes = new Dictionary<string, string>();
        if (!EmailAddress.IsValid(person.Email))
        {
            mistakes["email"] = NoAddress;
        }
        if (!PersonalDetails.IsName(person.Name))
        {
            mistakes["name"] = NoName;
        }
        return mistakes;
    }

    private static RazorComponentResult<FirstAdministratorPage> Page(
        HttpContext http, IAntiforgery antiforgery, string secret, PersonalDetails person, Dictionary<string, string> mistakes, string? sentence = null) =>
        http.Page<FirstAdministratorPage>(
            new { Token = antiforgery.GetAndStoreTokens(http), Secret = secret, person.Email, person.Name, Mistakes = mistakes, Sentence = sentence },
            mistakes.Count > 0 || sentence is not null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);

    private static RazorComponentResult<FirstAdministratorOverPage> Useless(HttpContext http) =>
        http.Page<FirstAdministratorOverPage>(new { }, StatusCodes.Status410Gone);
}
