using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Journease.Intake.Consents;

/// <summary>One version of a text that people sign. Its hash is taken over exactly the text that is shown.</summary>
internal sealed record ConsentDocument(string Kind, int Version, string Text, string TextHash);

/// <summary>Every consent text in every version that was ever signed; they are part of the program and never edited.</summary>
internal sealed class ConsentDocuments
{
    private readonly List<ConsentDocument> all = Load();

    public ConsentDocument? Current(string kind) => all.Where(document => document.Kind == kind).MaxBy(document => document.Version);

    private static List<ConsentDocument> Load()
    {
        var assembly = typeof(ConsentDocuments).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("consents/", StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                var text = reader.ReadToEnd();
                var parts = name["consents/".Length..].Split('.'); // kind.vN.md
                return new ConsentDocument(
                    parts[0], int.Parse(parts[1].AsSpan(1), CultureInfo.InvariantCulture), text,
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
            })
            .ToList();
    }
}
