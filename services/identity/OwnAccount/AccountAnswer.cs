using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Journease.Identity.Passkeys;
using Journease.Identity.RecoveryCodes;
using Journease.Identity.SecondFactor;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.OwnAccount;

/// <summary>Answers with the page of the person's own account, as it stands now.</summary>
internal sealed class AccountAnswer(
    OwnAccountVisit visit, IdentityDbContext db, PasskeyNames names, PasskeyChallenges challenges, AppCodes codes,
    IssuedRecoveryCodes recovery, IAntiforgery antiforgery, PortalAddress portal, TimeProvider clock)
{
    public Task<IResult> ShowAsync(HttpContext http, CancellationToken ct) => PageAsync(http, sentence: null, ct);

    /// <summary>The page again, with what has to be mended.</summary>
    public Task<IResult> AgainAsync(HttpContext http, string sentence, CancellationToken ct) => PageAsync(http, sentence, ct);

    private async Task<IResult> PageAsync(HttpContext http, string? sentence, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var person = visit.Person;
        var passkeys = new List<AccountView.PasskeyLine>();
        foreach (var passkey in await db.Passkeys.AsNoTracking()
            .Where(passkey => passkey.AccountId == person.Account.Id).OrderBy(passkey => passkey.AddedAt).ToListAsync(ct))
        {
            passkeys.Add(new(passkey.Id, await names.OpenAsync(passkey, ct), passkey.IsBackedUp, Local(passkey.AddedAt), LocalOrNull(passkey.LastUsedAt)));
        }
        var sessions = await db.Sessions.AsNoTracking()
            .Where(session => session.AccountId == person.Account.Id).OrderByDescending(session => session.LastUsedAt).ToListAsync(ct);
        var mayChange = person.MayChangeWaysIn(clock.GetUtcNow());
        var view = new AccountView(
            person.Details.Name,
            mayChange,
            mayChange ? await challenges.ToAddAsync(http, person) : null,
            passkeys,
            await codes.IsOnAsync(person.Account.Id, ct),
            await recovery.LeftAsync(person.Account.Id, ct),
            person.Credential.PasswordHash is not null,
            person.LacksStaffRoles,
            person.HasStrongFactor,
            [.. sessions.Select(session => new AccountView.SessionLine(
                session.Id, session.Device, session.Id == person.Session.Id, session.Means, Local(session.StartedAt), Local(session.LastUsedAt)))],
            portal.SignIn);
        return http.Page<AccountPage>(
            new { Token = antiforgery.GetAndStoreTokens(http), View = view, Sentence = sentence },
            sentence is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

        DateTime Local(DateTimeOffset when) => TimeZones.LocalTime(when, person.Account.TimeZone);

        DateTime? LocalOrNull(DateTimeOffset? when) => when is { } then ? Local(then) : null;
    }
}
