using System.Text;
using Journease.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Journease.Identity.Passwords;

/// <summary>The library's hashing, of passwords in one Unicode form: the same characters typed on another device are the same password.</summary>
internal sealed class PasswordHashing(IOptions<PasswordHasherOptions> options) : PasswordHasher<Credential>(options)
{
    /// <summary>PBKDF2 with HMAC-SHA-512, as OWASP's password storage cheat sheet asks for.</summary>
    public const int Iterations = 210_000;

    public override string HashPassword(Credential user, string password) => base.HashPassword(user, InOneForm(password));

    public override PasswordVerificationResult VerifyHashedPassword(Credential user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, InOneForm(providedPassword));

    // Broken surrogates have no normal form; they stay as they are.
    public static string InOneForm(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return password;
        }
    }
}
