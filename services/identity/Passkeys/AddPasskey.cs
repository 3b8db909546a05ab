using Journease.Identity.Accounts;
using Journease.Identity.Notices;
using Journease.Identity.OwnAccount;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Identity.Passkeys;

/// <summary>A person adds a passkey to their account.</summary>
internal static class AddPasskey
{
    public const int Most = 20;

    private const string NotTaken = "The passkey was not added. Please try once more.";

    public static void MapAddPasskey(this IEndpointRouteBuilder account) => account.MapPost("/passkeys", HandleAsync)
        .WithName(nameof(AddPasskey)).WithSummary("Add a passkey").NeedsFreshSignIn();

    private static async Task<IResult> HandleAsync(
        HttpContext http, OwnAccountVisit visit, PasskeyChallenges challenges, IPasskeyHandler<Credential> handler, IdentityDbContext db,
        PasskeyNames names, OpenSessions sessions, CredentialNotices notices, AccountAnswer page, TimeProvider clock, CancellationToken ct)
    {
        var (form, id) = (visit.Form, visit.Person.Account.Id);
        if (PasskeyNames.Read(form["name"], DeviceName.Of(http.Request.Headers.UserAgent.ToString())) is not { } name)
        {
            return await page.AgainAsync(http, $"The name of a passkey has at most {Passkey.LongestName} characters.", ct);
        }
        if (challenges.ReadAdd(id, form["challenge"]) is not { } state)
        {
            return await page.AgainAsync(http, NotTaken, ct);
        }

        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = form["passkey"].ToString(), AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != id.ToString() || await db.Passkeys.CountAsync(passkey => passkey.AccountId == id, ct) >= Most)
        {
            return await page.AgainAsync(http, NotTaken, ct);
        }

        try
        {
            await db.InOneTransactionAsync(async (transaction, token) =>
            {
                var sealedName = await names.SealAsync(id, made.Passkey.CredentialId, name, token);
                db.Passkeys.Add(Passkey.Add(id, made.Passkey, sealedName, clock.GetUtcNow()));
                challenges.Spend(state);
                // Whoever has just made a passkey here has shown all that signing in with it would show.
                await sessions.StrengthenAsync(visit.Person.Session.Id, SignInMeans.Passkey, token);
                await notices.PutAsync(visit.Person, CredentialChange.PasskeyAdded, token);
                await db.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
                return true;
            }, ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return await page.AgainAsync(http, NotTaken, ct);
        }
        return Results.LocalRedirect(Addresses.Account);
    }
}
