using System.Security.Cryptography;
using System.Text;

namespace Journease.Sealing;

/// <summary>
/// Finds somebody by what was sealed, without opening anything: equal inputs give equal bytes, and the bytes tell nothing
/// to whoever lacks the key. Its master key stays when the others
/// change: an index cannot be wrapped anew.
/// </summary>
public sealed class BlindIndex
{
    private readonly byte[] key;

    public BlindIndex(MasterKeys masters) => key = masters.For("blind-index", masters.Index);

    /// <summary>For an e-mail address; upper and lower case are the same.</summary>
    public byte[] OfEmail(string address) => Of("email", Normal(address.Trim().ToUpperInvariant(), NormalizationForm.FormKC));

    /// <summary>For a telephone number; only digits and a leading plus count.</summary>
    public byte[] OfPhone(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return Of("phone", number.TrimStart().StartsWith('+') ? "+" + digits : digits);
    }

    /// <summary>For each word of a name; accents and case do not count.</summary>
    public IReadOnlyList<byte[]> OfName(string name) =>
    [
        .. string.Concat(Normal(name, NormalizationForm.FormKD).Where(letter => char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark))
            .ToUpperInvariant()
            .Split([' ', '-', '.', ',', '\''], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .Select(word => Of("name", word)),
    ];

    /// <summary>For whose something is, in one place only: the same person looks different elsewhere.</summary>
    public byte[] OfLink(Guid place, Guid person) => Of("link", $"{place}|{person}");

    // Half a surrogate pair and U+FFFE have no normal form; people's keyboards make them all the same.
    private static string Normal(string text, NormalizationForm form) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFE)).Normalize(form);

    private byte[] Of(string kind, string value) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}|{value}"));
}
