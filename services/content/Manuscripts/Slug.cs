using System.Globalization;
using System.Text;

namespace Journease.Content.Manuscripts;

/// <summary>The readable part of an address.</summary>
internal static class Slug
{
    public const string Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private const int Longest = 80;

    /// <summary>Letters and digits of the title in lower case without accents, joined by hyphens; empty when none are left.</summary>
    public static string From(string title)
    {
        var slug = new StringBuilder();
        foreach (var character in title.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (!IsSilent(character) && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }
        var whole = slug.ToString();
        return (whole.Length <= Longest ? whole : whole[..CutAt(whole)]).Trim('-');
    }

    // Accents, and the apostrophe of "it's", leave no gap.
    private static bool IsSilent(char character) =>
        character is '\'' or '\u2019' || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    private static int CutAt(string whole) => whole.LastIndexOf('-', Longest) is > 0 and var hyphen ? hyphen : Longest;
}
