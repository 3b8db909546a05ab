using Journease.Identity.Notices;
using Journease.Identity.OwnAccount;
using Journease.Identity.Pages;
using Journease.Identity.RecoveryCodes;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.SecondFactor;

/// <summary>A person sets up an authenticator app, or stops using it.</summary>
internal static class SetUpApp
{
    private const string Wrong = "This code is not right. Wait for the next one in your app and try again.";

    public static void MapOwnApp(this IEndpointRouteBuilder account)
    {
        account.MapPost("/app", BeginAsync).WithName(nameof(SetUpApp)).WithSummary("Set up an authenticator app").NeedsFreshSignIn();
        account.MapPost("/app/confirm", ConfirmAsync).WithName("ConfirmApp").WithSummary("Show that the app works").NeedsFreshSignIn();
        account.MapPost("/app/remove", RemoveAsync).WithName("RemoveApp").WithSummary("Stop using the app").NeedsFreshSignIn();
    }

    private static async Task<IResult> BeginAsync(
        HttpContext http, OwnAccountVisit visit, AppCodes codes, IdentityDbContext db, IAntiforgery antiforgery, CancellationToken ct)
    {
        var person = visit.Person;
        var secret = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var made = await codes.SetUpAsync(person.Account.Id, person.Details.Email, token);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return made;
        }, ct);
        return secret is null ? Results.LocalRedirect(Addresses.Account) : Page(http, antiforgery, secret, sentence: null);
    }

    private static async Task<IResult> ConfirmAsync(
        HttpContext http, OwnAccountVisit visit, AppCodes codes, IssuedRecoveryCodes recovery, OpenSessions sessions, CredentialNotices notices,
        IdentityDbContext db, IAntiforgery antiforgery, CancellationToken ct)
    {
        var person = visit.Person;
        var made = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var check = await codes.CheckAsync(person.Account.Id, visit.Form["code"], confirmed: false, token);
            IReadOnlyList<string>? made = null;
            if (check is CodeCheck.Right)
            {
                await sessions.StrengthenAsync(person.Session.Id, SignInMeans.Code, token);
                await notices.PutAsync(person, CredentialChange.SecondFactorOn, token);
                made = await recovery.MakeAsync(person.Account.Id, token);
            }
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return made;
        }, ct);
        if (made is not null)
        {
            return http.Page<RecoveryCodesPage>(new { Codes = made });
        }
        return await codes.ShowAgainAsync(person.Account.Id, person.Details.Email, ct) is { } secret
            ? Page(http, antiforgery, secret, Wrong)
            : Results.LocalRedirect(Addresses.Account);
    }

    private static async Task<IResult> RemoveAsync(OwnAccountVisit visit, OpenSessions sessions, CredentialNotices notices, IdentityDbContext db, CancellationToken ct)
    {
        var id = visit.Person.Account.Id;
        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            if (await db.AuthenticatorApps.Where(app => app.Id == id).ExecuteDeleteAsync(token) > 0)
            {
                await sessions.EndOthersAsync(id, visit.Person.Session.Id, token);
                await notices.PutAsync(visit.Person, CredentialChange.SecondFactorOff, token);
                await db.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
            }
            return true;
        }, ct);
        return Results.LocalRedirect(Addresses.Account);
    }

    private static RazorComponentResult<SetUpAppPage> Page(HttpContext http, IAntiforgery antiforgery, AppSecret secret, string? sentence) =>
        http.Page<SetUpAppPage>(
            new { Token = antiforgery.GetAndStoreTokens(http), secret.Text, Picture = QrPicture.Draw(secret.Address), Sentence = sentence },
            sentence is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
