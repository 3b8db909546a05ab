using Journease.Identity.Accounts;
using Journease.Identity.OpenIdConnect;
using Journease.Identity.Pages;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Closing;

/// <summary>The page on which a person reads what closing the account does, asks for it, and thinks better of it.</summary>
internal static class ShowClosing
{
    public static void MapShowClosing(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.Closing, ShowAsync).WithName(nameof(ShowClosing)).WithSummary("The page to close the account").AllowAnonymous().AboutNamed();
        app.MapPost(Addresses.Closing, HandleAsync).WithName("DecideClosing").WithSummary("Ask for the account to be closed, or keep it").AllowAnonymous().AboutNamed();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, AccountDetails details, AuditTrail audit, CancellationToken ct)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (await SignedInPerson.FindAsync(session.Principal, db, details, ct) is not { } person)
        {
            return Results.LocalRedirect(SignInFirst);
        }
        audit.AtPage(person.Account.Id);
        return Page(http, antiforgery, person.Account, http.Request.Query["returnUrl"]);
    }

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, AccountDetails details, AccountClosing closing, AuditTrail audit,
        TimeProvider clock, CancellationToken ct)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (await http.ReadFormOrNullAsync(ct) is not { } form || await SignedInPerson.FindAsync(session.Principal, db, details, ct) is not { } person)
        {
            return Results.LocalRedirect(SignInFirst);
        }
        var decision = form["decision"].ToString();
        var keep = decision == "keep";
        if (!await antiforgery.IsRequestValidAsync(http) || decision is not ("keep" or "close"))
        {
            return Page(http, antiforgery, person.Account, form["returnUrl"]);
        }
        // Whoever finds a device that is signed in may keep the account, but not close it.
        if (!keep && !person.Session.IsFresh(clock.GetUtcNow()))
        {
            return Results.LocalRedirect(SignInFirst);
        }

        audit.AtPage(person.Account.Id);
        try
        {
            await db.InOneTransactionAsync(async (transaction, token) =>
            {
                if (await closing.LockAsync(person.Account.Id, token) is { } account)
                {
                    await (keep ? closing.KeepAsync(account, token) : closing.AskAsync(account, token));
                    await transaction.CommitAsync(token);
                }
                return true;
            }, ct);
        }
        catch (RuleBrokenException refused)
        {
            return Page(http, antiforgery, person.Account, form["returnUrl"], $"{refused.Type.Title} {refused.Message}");
        }
        return Results.LocalRedirect(Addresses.Closing + QueryString.Create("returnUrl", ReturnAddress.Of(form["returnUrl"]) ?? ""));
    }

    private static string SignInFirst => Addresses.SignIn + QueryString.Create("returnUrl", Addresses.Closing);

    private static RazorComponentResult<ClosingPage> Page(
        HttpContext http, IAntiforgery antiforgery, Account account, string? returnUrl, string? sentence = null) => http.Page<ClosingPage>(
        new
        {
            Token = antiforgery.GetAndStoreTokens(http),
            Closes = account.ClosesAt is { } at ? ClosingLetters.InWords(at, account.TimeZone) : null,
            ReturnUrl = ReturnAddress.Of(returnUrl),
            Sentence = sentence,
        },
        sentence is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
}
