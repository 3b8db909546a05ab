using System.Globalization;
using System.Text;

namespace Journease.CommunityGroups.Memberships;

/// <summary>The name that a circle knows somebody by.</summary>
/// <param name="Shown">As it is shown.</param>
/// <param name="Key">The same for all names that a reader would take for this one.</param>
internal sealed record Pseudonym(string Shown, string Key)
{
    public const int Shortest = 2;
    public const int Longest = 30;

    private const int LongestKey = 60;

    // Letters of other scripts that look like Latin ones.
    private const string LookAlikes = "аеорсухікѕјԁһαορνιτυ";
    private const string Latin = "aeopcyxiksjdhaopvitu";

    // Digits that are written for letters.
    private const string Digits = "013457";
    private const string Letters = "oleast";

    private static readonly string[] NeverWithin =
        ["facilitator", "moderator", "administrator", "journease", "therapist", "prescriber", "clinician", "coordinator"];

    private static readonly string[] NeverAWord = ["admin", "mod", "staff", "nurse", "doctor", "dr", "support", "host", "operator", "editor"];

    public static Pseudonym From(string written)
    {
        var shown = Visible(written);
        if (shown.Length is < Shortest or > Longest || !shown.Any(char.IsLetterOrDigit) || !shown.All(IsAllowed))
        {
            throw MembershipProblems.PseudonymUnusable.Broken(
                $"Choose {Shortest} to {Longest} letters or digits; blanks, hyphens, dots and apostrophes may stand between them.", "pseudonym");
        }

        var key = KeyOf(shown);
        if (key.Length > LongestKey || Impersonates(Replace(key, Digits, Letters)))
        {
            throw MembershipProblems.PseudonymUnusable.Broken("Choose a name that nobody can take for somebody of the practice.", "pseudonym");
        }
        return new(shown, key);
    }

    // Zero-width and other format characters are dropped, whatever blanks there are become one.
    private static string Visible(string written)
    {
        var seen = string.Concat(written.Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format));
        var words = seen.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Normalize(NormalizationForm.FormC);
    }

    private static bool IsAllowed(char character) =>
        char.IsLetterOrDigit(character) || character is ' ' or '-' or '_' or '.' or '\'' or '’'
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string KeyOf(string shown)
    {
        // Compatibility forms first, then both cases: "ß" and "ẞ", full-width and round letters come out alike.
        var folded = shown.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        return Replace(folded, LookAlikes, Latin);
    }

    private static string Replace(string text, string these, string byThose) =>
        string.Concat(text.Select(character => these.IndexOf(character, StringComparison.Ordinal) is >= 0 and var at ? byThose[at] : character));

    private static bool Impersonates(string key)
    {
        var bare = string.Concat(key.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit));
        var words = key.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        return NeverWithin.Any(word => bare.Contains(word, StringComparison.Ordinal)) || words.Any(NeverAWord.Contains);
    }
}
