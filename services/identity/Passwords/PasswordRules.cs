namespace Journease.Identity.Passwords;

/// <summary>What a password must be when it is chosen: long, and not one that a guesser tries first. Nothing else (NIST 800-63B).</summary>
internal sealed class PasswordRules(BreachedPasswords breached)
{
    public const int Shortest = 15;
    public const int Longest = 256;

    /// <summary>Null when it will do; otherwise the sentence that says why not, and what to do.</summary>
    public string? MistakeIn(string password, string email, string name) => MistakeInOneForm(PasswordHashing.InOneForm(password), email, name);

    private string? MistakeInOneForm(string password, string email, string name) => password.Length switch
    {
        < Shortest => $"Choose a password of at least {Shortest} characters. Several words that do not belong together make a good one.",
        > Longest => $"Choose a password of at most {Longest} characters.",
        _ when CommonPatterns.Has(password, email, name) => "This password is one that guessers try first, because it repeats itself or contains your name, your address or ours. Choose another one.",
        _ when breached.Contains(password) => "This password is in a list of stolen passwords, so guessers try it. Choose another one, and change it wherever else you use it.",
        _ => null,
    };
}
