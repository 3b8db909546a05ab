using System.Text.RegularExpressions;

namespace Journease.LocalHosting.Tests.Signatures;

/// <summary>Aspire's public signatures, as a file beside the repository lists them.</summary>
internal sealed partial class PublishedApi
{
    private readonly Dictionary<string, PublishedType> types = [];

    private PublishedApi(IEnumerable<string> lines)
    {
        PublishedType? current = null;
        foreach (var line in lines)
        {
            if (Header().Match(line) is { Success: true } header)
            {
                current = new PublishedType(header.Groups["kind"].Value, [.. Bases(header.Groups["bases"].Value)], []);
                types[header.Groups["name"].Value] = current;
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal) && line.Trim().Length > 0)
            {
                current!.Members.Add(Signature.Plain(line));
            }
            else if (line.Length > 0)
            {
                current = null;
            }
        }
    }

    public static PublishedApi? Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var file = Path.Combine(directory.FullName, "shared", "aspire-api.txt");
            if (File.Exists(file))
            {
                return new PublishedApi(File.ReadLines(file).Select(line => line.TrimEnd()).Where(IsReadable));
            }
        }
        return null;
    }

    public PublishedType? Type(string fullName) => types.GetValueOrDefault(fullName);

    /// <summary>One constructor of a type that the file leaves out stands there without its type.</summary>
    private static bool IsReadable(string line) => !line.StartsWith('#') && !line.StartsWith("Public signatures", StringComparison.Ordinal);

    private static IEnumerable<string> Bases(string text) =>
        TypeSeparator().Split(text).Where(name => name.Length > 0);

    [GeneratedRegex(@"^(?<kind>(?:static |sealed )?(?:class|interface|enum)) (?<name>Aspire\.[^ ]+)(?: : (?<bases>.*))?$")]
    private static partial Regex Header();

    [GeneratedRegex(@", (?![^<]*>)")]
    private static partial Regex TypeSeparator();
}

internal sealed record PublishedType(string Kind, IReadOnlyList<string> Bases, HashSet<string> Members);
