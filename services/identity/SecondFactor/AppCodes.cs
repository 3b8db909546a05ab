using System.Globalization;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace Journease.Identity.SecondFactor;

/// <summary>Sets up authenticator apps and checks their codes (TOTP, RFC 6238).</summary>
internal sealed class AppCodes(IdentityDbContext db, Seals seals, TimeProvider clock)
{
    private const int SecretBytes = 20;
    private const string Issuer = "Journease";

    public Task<bool> IsOnAsync(Guid account, CancellationToken ct) =>
        db.AuthenticatorApps.AnyAsync(app => app.Id == account && app.ConfirmedAt != null, ct);

    /// <summary>A secret for an app that is about to be set up; saved with the act. Null when an app is in use already.</summary>
    public async Task<AppSecret?> SetUpAsync(Guid account, string email, CancellationToken ct)
    {
        var secret = KeyGeneration.GenerateRandomKey(SecretBytes);
        var sealedSecret = await seals.SealAsync(account, KeyPurpose.Personal, PlaceOf(account), secret, ct);
        var app = await db.AuthenticatorApps.SingleOrDefaultAsync(app => app.Id == account, ct);
        if (app?.ConfirmedAt is not null)
        {
            return null;
        }
        if (app is null)
        {
            db.AuthenticatorApps.Add(AuthenticatorApp.SetUp(account, sealedSecret));
        }
        else
        {
            app.SetUpAgain(sealedSecret);
        }
        return Show(secret, email);
    }

    /// <summary>The secret of an app that is not confirmed yet.</summary>
    public async Task<AppSecret?> ShowAgainAsync(Guid account, string email, CancellationToken ct) =>
        await db.AuthenticatorApps.AsNoTracking().SingleOrDefaultAsync(app => app.Id == account && app.ConfirmedAt == null, ct) is { } app
        && await seals.OpenBytesAsync(account, KeyPurpose.Personal, PlaceOf(account), app.Secret, ct) is { } secret
            ? Show(secret, email)
            : null;

    /// <summary>
    /// Checks a code and notes it, within the caller's transaction: the row is locked, so that of two who send the same code one
    /// is refused, and tries at once are counted one by one.
    /// </summary>
    public async Task<CodeCheck> CheckAsync(Guid account, string? code, bool confirmed, CancellationToken ct)
    {
        var found = await db.AuthenticatorApps.FromSql($"SELECT * FROM identity.authenticator_app WHERE id = {account} FOR UPDATE").ToListAsync(ct);
        var now = clock.GetUtcNow();
        if (found.SingleOrDefault() is not { } app || app.ConfirmedAt is not null != confirmed
            || await seals.OpenBytesAsync(account, KeyPurpose.Personal, PlaceOf(account), app.Secret, ct) is not { } secret)
        {
            return CodeCheck.Wrong;
        }
        if (app.MustWait(now))
        {
            return CodeCheck.MustWait;
        }

        // One step before and after, for clocks that are not quite right.
        var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (new Totp(secret).VerifyTotp(now.UtcDateTime, digits, out var step, new VerificationWindow(1, 1)) && app.Take(step, now))
        {
            return CodeCheck.Right;
        }
        app.RefuseOne(now);
        return CodeCheck.Wrong;
    }

    private static AppSecret Show(byte[] secret, string email)
    {
        var text = Base32Encoding.ToString(secret).TrimEnd('=');
        return new(
            string.Join(' ', text.Chunk(4).Select(part => new string(part))),
            string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(email)}?secret={text}&issuer={Issuer}"));
    }

    private static SealedPlace PlaceOf(Guid account) => new("authenticator_app", "secret", account);
}

/// <summary>What an app needs to be set up: as text to type, and as the address in the picture.</summary>
internal sealed record AppSecret(string Text, string Address);

internal enum CodeCheck
{
    Right,
    Wrong,
    MustWait,
}
