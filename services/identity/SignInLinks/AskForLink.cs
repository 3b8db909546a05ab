using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Journease.Identity.Sessions;
using Journease.Identity.Throttling;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.SignInLinks;

/// <summary>A person who has no password at hand asks for a link by e-mail. Page, time and rows are the same where there is no account.</summary>
internal static class AskForLink
{
    private const string PageTooOld = "This page was open for a long time. Please send it once more.";
    private const string NoAddress = "Write an e-mail address such as name@example.com.";

    public static void MapAskForLink(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.AskForLink, Show).WithName("ShowAskForLink").WithSummary("The page to ask for a sign-in link").AllowAnonymous();
        app.MapPost(Addresses.AskForLink, HandleAsync).WithName(nameof(AskForLink)).WithSummary("Ask for a sign-in link").AllowAnonymous();
        app.MapGet(Addresses.LinkSent, (HttpContext http) => http.Page<LinkSentPage>(new { }))
            .WithName("ShowLinkSent").WithSummary("The page that says to look for the sign-in link").AllowAnonymous();
    }

    private static RazorComponentResult<AskForLinkPage> Show(HttpContext http, IAntiforgery antiforgery) =>
        Page(http, antiforgery, email: null, http.Request.Query["returnUrl"], sentence: null);

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, IssuedLinks links, Throttle throttle, Limits limits,
        ReturnCookie returning, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }
        var (email, returnUrl) = (form["email"].ToString().Trim(), form["returnUrl"].ToString());
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Page(http, antiforgery, email, returnUrl, PageTooOld);
        }
        if (!EmailAddress.IsValid(email))
        {
            return Page(http, antiforgery, email, returnUrl, NoAddress);
        }
        if (await throttle.TryAsync(limits.AskingForMail(http, email), ct) is { } wait)
        {
            return TooManyTries.Page(http, wait, Addresses.AskForLink);
        }

        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            await links.AskAsync(email, http.Request.Headers.UserAgent.ToString(), token);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return true;
        }, ct);
        returning.Keep(http, ReturnAddress.Of(returnUrl));
        return Results.LocalRedirect(Addresses.LinkSent);
    }

    private static RazorComponentResult<AskForLinkPage> Page(HttpContext http, IAntiforgery antiforgery, string? email, string? returnUrl, string? sentence) =>
        http.Page<AskForLinkPage>(
            new { Token = antiforgery.GetAndStoreTokens(http), Email = email, ReturnUrl = ReturnAddress.Of(returnUrl), Sentence = sentence },
            sentence is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
