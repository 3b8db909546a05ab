using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Journease.Identity.Throttling;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.SignInLinks;

/// <summary>A person with a link that is over gets a new one, at the address the old one went to.</summary>
internal static class SendLinkAgain
{
    public static void MapSendLinkAgain(this IEndpointRouteBuilder app) => app.MapPost(Addresses.LinkAgain, HandleAsync)
        .WithName(nameof(SendLinkAgain)).WithSummary("Send a new sign-in link").AllowAnonymous();

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, IssuedLinks links, AccountDetails accounts, Throttle throttle,
        Limits limits, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form || !await antiforgery.IsRequestValidAsync(http)
            || await EmailAsync(form["token"], db, links, accounts, ct) is not { } email)
        {
            return Results.LocalRedirect(Addresses.AskForLink);
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
        return Results.LocalRedirect(Addresses.LinkSent);
    }

    private static async Task<string?> EmailAsync(string? secret, IdentityDbContext db, IssuedLinks links, AccountDetails accounts, CancellationToken ct) =>
        await links.FindAsync(secret, ct) is { AccountId: { } id }
        && await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, ct) is { } account
        && await accounts.OpenAsync(account, ct) is { } details
            ? details.Email
            : null;
}
