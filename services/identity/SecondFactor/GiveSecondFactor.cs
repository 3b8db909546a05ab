using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Journease.Identity.RecoveryCodes;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.SecondFactor;

/// <summary>After password or link, a person gives the code of their app; or a recovery code, where the app is lost.</summary>
internal static class GiveSecondFactor
{
    private const string Wrong = "This code is not right, or was used before. Wait for the next one and try again.";
    private const string MustWait = "There were too many wrong codes. Wait a while before you try again.";
    private const string WrongRecoveryCode = "This recovery code is not right, or was used before.";
    private const string PageTooOld = "This page was open for a long time. Please try once more.";

    public static void MapGiveSecondFactor(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.SecondFactor, ShowAsync).WithName("ShowSecondFactor").WithSummary("The page for the code of an app").AllowAnonymous();
        app.MapPost(Addresses.SecondFactor, HandleAsync).WithName(nameof(GiveSecondFactor)).WithSummary("Give the second factor").AllowAnonymous().AboutNamed();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, IAntiforgery antiforgery, PendingSignIn pending) =>
        await pending.FindAsync(http) is not null
            ? Page(http, antiforgery, http.Request.Query["returnUrl"], sentence: null)
            : Results.LocalRedirect(Addresses.SignIn);

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, PendingSignIn pending, AppCodes codes, IssuedRecoveryCodes recovery, IdentityDbContext db,
        SignInStep next, AuditTrail audit, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form || await pending.FindAsync(http) is not { } waiting)
        {
            return Results.LocalRedirect(Addresses.SignIn);
        }
        audit.About(waiting.Credential.Id); // a wrong code too
        var returnUrl = form["returnUrl"].ToString();
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Page(http, antiforgery, returnUrl, PageTooOld);
        }

        var recoveryCode = form["recovery-code"].ToString().Trim();
        var (means, sentence) = recoveryCode.Length > 0
            ? await SpendAsync(waiting.Credential, recoveryCode, recovery, db, ct)
            : await CheckAsync(waiting.Credential, form["code"], codes, db, ct);
        if (means is null)
        {
            return Page(http, antiforgery, returnUrl, sentence);
        }
        await PendingSignIn.ForgetAsync(http);
        return await next.AfterSecondFactorAsync(http, waiting.Credential, waiting.Factor, means, returnUrl, ct);
    }

    private static async Task<(IReadOnlyList<string>? Means, string? Sentence)> CheckAsync(
        Credential credential, string? code, AppCodes codes, IdentityDbContext db, CancellationToken ct)
    {
        var check = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var found = await codes.CheckAsync(credential.Id, code, confirmed: true, token);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return found;
        }, ct);
        return check is CodeCheck.Right ? (SignInMeans.Code, null) : (null, check is CodeCheck.MustWait ? MustWait : Wrong);
    }

    private static async Task<(IReadOnlyList<string>? Means, string? Sentence)> SpendAsync(
        Credential credential, string code, IssuedRecoveryCodes recovery, IdentityDbContext db, CancellationToken ct)
    {
        var spent = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            if (!await recovery.SpendAsync(credential.Id, code, token))
            {
                return false;
            }
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return true;
        }, ct);
        return spent ? ([SignInMeans.Recovery], null) : (null, WrongRecoveryCode);
    }

    private static RazorComponentResult<SecondFactorPage> Page(HttpContext http, IAntiforgery antiforgery, string? returnUrl, string? sentence) =>
        http.Page<SecondFactorPage>(
            new { Token = antiforgery.GetAndStoreTokens(http), ReturnUrl = ReturnAddress.Of(returnUrl), Sentence = sentence },
            sentence is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
