namespace Journease.Content.Manuscripts;

/// <summary>Which addresses an article may contain.</summary>
internal static class Address
{
    public static readonly IReadOnlyList<string> Schemes = ["https", "http", "mailto", "tel"];

    /// <summary>A link to the web, to e-mail or telephone, or to a page of this site.</summary>
    public static bool MayBeFollowed(string? url) => Read(url) switch
    {
        null => false,
        { Scheme: { } scheme } => Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase),
        _ => true,
    };

    /// <summary>An image of this site. Any other would tell a stranger's server who reads about trauma.</summary>
    public static bool MayBeShown(string? url) => Read(url) is { Scheme: null };

    private static (string? Scheme, string Url)? Read(string? url)
    {
        // Browsers ignore these when they look for a scheme, so that "java\nscript:" is one.
        var bare = string.Concat((url ?? "").Where(character => !char.IsControl(character) && !char.IsWhiteSpace(character)));
        if (bare.Length == 0 || bare.Contains('\\') || bare.StartsWith("//", StringComparison.Ordinal))
        {
            return null; // "//host" and "/\host" leave the site without naming a scheme
        }

        var colon = bare.IndexOf(':');
        var path = bare.IndexOfAny(['/', '?', '#']);
        return colon >= 0 && (path < 0 || colon < path) ? (bare[..colon], bare) : (null, bare);
    }
}
