using Journease.Identity.Pages;
using Journease.Identity.Sessions;
using Journease.Identity.Staff;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.SignInLinks;

/// <summary>
/// A person signs in with a link from a letter. Opening it shows where it was asked for and does nothing, because mail scanners
/// open links too; the button uses it up.
/// </summary>
internal static class UseLink
{
    public static void MapUseLink(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.UseLink, ShowAsync).WithName("ShowUseLink").WithSummary("The page that a sign-in link leads to").AllowAnonymous();
        app.MapPost(Addresses.UseLink, HandleAsync).WithName(nameof(UseLink)).WithSummary("Sign in with a link").AllowAnonymous().AboutNamed();
    }

    private static async Task<IResult> ShowAsync(
        string? token, HttpContext http, IAntiforgery antiforgery, IssuedLinks links, TimeProvider clock, CancellationToken ct) =>
        await links.FindAsync(token, ct) is { } link && link.IsOpen(clock.GetUtcNow())
            ? await PageAsync(http, antiforgery, links, link, token!, ct)
            : await UselessAsync(token, http, antiforgery, links, ct);

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, IssuedLinks links, DisabledAnswer disabled, SignInStep next,
        ReturnCookie returning, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }
        var secret = form["token"].ToString();
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return await ShowAsync(secret, http, antiforgery, links, clock, ct);
        }

        var credential = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            if (await links.LockAsync(secret, token) is not { } link || !link.IsOpen(clock.GetUtcNow()))
            {
                return null;
            }
            link.Use(clock.GetUtcNow());
            audit.AboutOneOrNobody(link.AccountId);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return await db.Credentials.SingleOrDefaultAsync(one => one.Id == link.AccountId, token);
        }, ct);
        var goOn = form["then"] == "password" ? Addresses.ChangePassword : returning.Take(http);
        return credential is null
            ? await UselessAsync(secret, http, antiforgery, links, ct)
            : await disabled.ForAsync(http, credential, ct) ?? await next.AfterFirstFactorAsync(http, credential, FirstFactor.SignInLink, goOn, ct);
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, IAntiforgery antiforgery, IssuedLinks links, SignInLink link, string secret, CancellationToken ct) =>
        http.Page<UseLinkPage>(new
        {
            Token = antiforgery.GetAndStoreTokens(http),
            Secret = secret,
            Device = await links.DeviceOfAsync(link, ct),
        });

    // Used, too old or never one of ours: whoever holds one that was ours can have a new one sent to the same address.
    private static async Task<IResult> UselessAsync(string? secret, HttpContext http, IAntiforgery antiforgery, IssuedLinks links, CancellationToken ct) =>
        await links.FindAsync(secret, ct) is { AccountId: not null }
            ? http.Page<LinkOverPage>(new { Token = antiforgery.GetAndStoreTokens(http), Secret = secret }, StatusCodes.Status410Gone)
            : http.Page<LinkOverPage>(new { }, StatusCodes.Status410Gone);
}
