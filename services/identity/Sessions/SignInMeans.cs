namespace Journease.Identity.Sessions;

/// <summary>By what somebody has shown who they are, in the words of RFC 8176 where it has one (claim <c>amr</c>).</summary>
internal static class SignInMeans
{
    /// <summary>Two factors, or a passkey, which is two in one: the device, and what unlocks it. Staff roles need this.</summary>
    public const string ManyFactors = "mfa";

    private const string PasswordMethod = "pwd";
    private const string LinkMethod = "link";
    private const string CodeMethod = "otp";
    private const string PasskeyMethod = "pop";
    private const string RecoveryMethod = "recovery";

    public static readonly IReadOnlyList<string> Passkey = [PasskeyMethod, ManyFactors];

    /// <summary>A code of an authenticator app, beside a first factor.</summary>
    public static readonly IReadOnlyList<string> Code = [CodeMethod, ManyFactors];

    /// <summary>Opens the account, so that a new factor can be set up, and no staff role.</summary>
    public static readonly IReadOnlyList<string> RecoveryCode = [RecoveryMethod];

    public static IReadOnlyList<string> Of(FirstFactor factor) => factor is FirstFactor.Password ? [PasswordMethod] : [LinkMethod];

    public static string InWords(IEnumerable<string> means) => string.Join(" and ", means.Select(Word).OfType<string>());

    private static string? Word(string method) => method switch
    {
        PasswordMethod => "password",
        LinkMethod => "a link from our mail",
        CodeMethod => "a code from an app",
        PasskeyMethod => "passkey",
        RecoveryMethod => "a recovery code",
        _ => null,
    };
}
