namespace Journease.Identity.Passwords;

/// <summary>
/// The ways in which long passwords are weak: one part repeated, a walk over the keyboard or the alphabet, well-known phrases,
/// and what everybody knows about the person and the practice.
/// </summary>
internal static class CommonPatterns
{
    private const int LongestRepeatedPart = 6;
    private const int FewestOwnCharacters = 10;
    private const int ShortestNamePart = 4;

    private static readonly string[] Walks =
        ["01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp"];

    private static readonly string[] Phrases =
        ["correcthorsebatterystaple", "iloveyou", "letmein", "password", "passwort", "changeme", "qwerty", "administrator", "welcome", "journease", "secret"];

    public static bool Has(string password, string email, string name)
    {
        var plain = new string([.. password.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        return plain.Length == 0 || IsPattern(plain) || LeavesTooLittle(plain, [.. Phrases, .. Own(email), .. Own(name)]);
    }

    private static bool IsPattern(string text) => Repeats(text) || Walks.Any(walk => IsWalk(text, walk));

    private static bool Repeats(string text) => Enumerable.Range(1, LongestRepeatedPart)
        .Any(length => text.Length >= 2 * length && Enumerable.Range(length, text.Length - length).All(at => text[at] == text[at - length]));

    // Forwards or backwards, from anywhere, and round again.
    private static bool IsWalk(string text, string walk)
    {
        var rounds = string.Concat(Enumerable.Repeat(walk, (text.Length / walk.Length) + 2));
        return rounds.Contains(text, StringComparison.Ordinal) || rounds.Contains(new string([.. text.Reverse()]), StringComparison.Ordinal);
    }

    // A known word is no harm in a password that is long enough without it.
    private static bool LeavesTooLittle(string text, IEnumerable<string> known)
    {
        var left = known.OrderByDescending(word => word.Length).Aggregate(text, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
        return left.Length < text.Length && (left.Length < FewestOwnCharacters || IsPattern(left));
    }

    private static IEnumerable<string> Own(string text) => text.ToLowerInvariant()
        .Split([' ', '@', '.', '-', '_', '+', '\''], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestNamePart);
}
