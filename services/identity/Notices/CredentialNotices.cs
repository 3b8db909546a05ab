using Journease.Identity.Accounts;
using Journease.Identity.Mail;
using Journease.Mail;
using Journease.Identity.OpenIdConnect;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Notices;

/// <summary>Tells a person by letter that a way into their account has changed, so that they notice when it was not them.</summary>
internal sealed class CredentialNotices(IdentityDbContext db, AccountDetails details, LetterBox letters, PublicAddress address, TimeProvider clock)
{
    /// <summary>Leaves with the change, if that is committed.</summary>
    public Task PutAsync(SignedInPerson person, CredentialChange change, CancellationToken ct) =>
        PutAsync(person.Account, person.Details, change, ct);

    /// <summary>The same, about somebody who is not signed in yet.</summary>
    public async Task PutAsync(Guid accountId, CredentialChange change, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == accountId, ct);
        if (await details.OpenAsync(account, ct) is { } person)
        {
            await PutAsync(account, person, change, ct);
        }
    }

    private Task PutAsync(Account account, PersonalDetails person, CredentialChange change, CancellationToken ct) =>
        letters.PutAsync(account.Id, "credential-change", Write(account, person, change), ct);

    private Letter Write(Account account, PersonalDetails person, CredentialChange change) => Letter.Write(
        person.Email,
        "A change to how you sign in",
        $"on {TimeZones.InWords(clock.GetUtcNow(), account.TimeZone)} {Words(change)}. If it was you, there is nothing to do.",
        "If it was not you, open your account, remove what is not yours and sign out everywhere. Then choose a new password:",
        new LetterPart("Open your account", address.Link(Addresses.Account)));

    private static string Words(CredentialChange change) => change switch
    {
        CredentialChange.PasskeyAdded => "a passkey was added to your Journease account",
        CredentialChange.PasskeyRemoved => "a passkey was removed from your Journease account",
        CredentialChange.SecondFactorOn => "codes from an authenticator app were turned on for your Journease account",
        CredentialChange.SecondFactorOff => "codes from an authenticator app were turned off for your Journease account",
        CredentialChange.RecoveryCodesMade => "new recovery codes were made for your Journease account, and the old ones ended",
        CredentialChange.RecoveryCodeUsed => "a recovery code was used to sign in to your Journease account",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };
}

/// <summary>What has changed about how a person signs in.</summary>
internal enum CredentialChange
{
    PasskeyAdded,
    PasskeyRemoved,
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodesMade,
    RecoveryCodeUsed,
}
