using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A random value, made the first time it is needed.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    // Without look-alikes, and without characters that mean something in an address or a shell.
    private const string LowerCharacters = "abcdefghjkmnpqrstuvwxyz";
    private const string UpperCharacters = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string NumericCharacters = "0123456789";
    private const string SpecialCharacters = "-_.{}~()*+!";
    private const int ShortestLength = 22;

    public int MinLength { get; set; }

    public bool Lower { get; set; } = true;

    public bool Upper { get; set; } = true;

    public bool Numeric { get; set; } = true;

    public bool Special { get; set; } = true;

    public int MinLower { get; set; }

    public int MinUpper { get; set; }

    public int MinNumeric { get; set; }

    public int MinSpecial { get; set; }

    public override string GetDefaultValue()
    {
        var kinds = new[]
        {
            (Wanted: Lower, Least: MinLower, Characters: LowerCharacters),
            (Wanted: Upper, Least: MinUpper, Characters: UpperCharacters),
            (Wanted: Numeric, Least: MinNumeric, Characters: NumericCharacters),
            (Wanted: Special, Least: MinSpecial, Characters: SpecialCharacters),
        }.Where(kind => kind.Wanted).ToArray();

        var all = string.Concat(kinds.Select(kind => kind.Characters));
        var required = kinds.SelectMany(kind => RandomNumberGenerator.GetItems<char>(kind.Characters, kind.Least)).ToArray();
        // 22 characters of the 67 carry 128 bits and more.
        var length = Math.Max(MinLength == 0 ? ShortestLength : MinLength, required.Length);
        char[] value = [.. required, .. RandomNumberGenerator.GetItems<char>(all, length - required.Length)];
        RandomNumberGenerator.Shuffle<char>(value);
        return new string(value);
    }
}
