using System.Globalization;
using Journease.ServiceDefaults;

namespace Journease.Identity.Passwords;

/// <summary>
/// The verb <c>build-breached-passwords INPUT OUTPUT [--at-least N]</c>: makes the filter file from lines of SHA-1 hashes, as
/// Have I Been Pwned offers them (<c>HASH:COUNT</c>); with a number, only from those seen that often.
/// </summary>
internal static class BuildBreachedPasswords
{
    private const int HashLength = 40;
    private const int Page = 1 << 26;

    /// <summary>True when the verb was asked for and ran. It needs neither database nor broker.</summary>
    public static bool TryRun(string[] args)
    {
        if (args.FirstOrDefault() != "build-breached-passwords")
        {
            return false;
        }
        var atLeast = args is [_, _, _, "--at-least", var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var given) ? given : 1;
        if (args is not ([_, _, _] or [_, _, _, "--at-least", _]) || !File.Exists(args[1]))
        {
            throw new WrongConfigurationException("Say: build-breached-passwords INPUT OUTPUT [--at-least N], where INPUT is a file with one SHA-1 hash, or HASH:COUNT, in each line.");
        }
        var entries = Build(args[1], args[2], atLeast);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries} passwords are in {args[2]} ({new FileInfo(args[2]).Length} bytes)."));
        return true;
    }

    /// <summary>Reads the input twice, so that it may be larger than the memory; only the filter itself is held.</summary>
    public static ulong Build(string input, string output, int atLeast)
    {
        var shape = BloomShape.For((ulong)HashesIn(input, atLeast).LongCount());
        var bits = new List<byte[]>(); // an array cannot be as large as the largest filter
        for (var left = shape.Bytes; left > 0; left -= Page)
        {
            bits.Add(new byte[Math.Min(left, Page)]);
        }
        foreach (var hash in HashesIn(input, atLeast))
        {
            foreach (var position in shape.PositionsOf(hash))
            {
                bits[(int)((position >> 3) / Page)][(position >> 3) % Page] |= (byte)(1 << (int)(position & 7));
            }
        }

        using var file = File.Create(output);
        shape.Write(file);
        bits.ForEach(page => file.Write(page));
        return shape.Entries;
    }

    private static IEnumerable<byte[]> HashesIn(string input, int atLeast)
    {
        foreach (var line in File.ReadLines(input))
        {
            if (line.Length < HashLength)
            {
                continue;
            }
            var count = line.Length > HashLength + 1 && int.TryParse(line.AsSpan(HashLength + 1), CultureInfo.InvariantCulture, out var seen) ? seen : int.MaxValue;
            if (count >= atLeast)
            {
                yield return Convert.FromHexString(line.AsSpan(0, HashLength));
            }
        }
    }
}
