namespace Journease.Identity.Sessions;

/// <summary>By what somebody has shown who they are, in the words of RFC 8176 where it has one (claim <c>amr</c>).</summary>
internal static class SignInMeans
{
    /// <summary>Two factors, or a passkey, which is two in one: the device, and what unlocks it. Staff roles need this.</summary>
    public const string ManyFactors = "mfa";

    /// <summary>The known password of a demonstration account, on a development machine.</summary>
    public const string Demonstration = "demonstration";

    /// <summary>A recovery code: opens the account, so that a new factor can be set up, and no staff role.</summary>
    public const string Recovery = "recovery";

    private const string PasswordMethod = "pwd";
    private const string LinkMethod = "link";
    private const string CodeMethod = "otp";
    private const string PasskeyMethod = "pop";

    public static readonly IReadOnlyList<string> Passkey = [PasskeyMethod, ManyFactors];

    /// <summary>A code of an authenticator app, beside a first factor.</summary>
    public static readonly IReadOnlyList<string> Code = [CodeMethod, ManyFactors];

    public static IReadOnlyList<string> Of(FirstFactor factor) => factor is FirstFactor.Password ? [PasswordMethod] : [LinkMethod];

    public static string InWords(IEnumerable<string> means) => string.Join(" and ", means.Select(Word).OfType<string>());

    private static string? Word(string method) => method switch
    {
        PasswordMethod => "password",
        LinkMethod => "a link from our mail",
        CodeMethod => "a code from an app",
        PasskeyMethod => "passkey",
        Recovery => "a recovery code",
        _ => null,
    };
}
