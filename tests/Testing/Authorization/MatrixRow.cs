namespace Journease.Testing.Authorization;

/// <summary>One request that everybody tries: an act, in one variation.</summary>
/// <param name="Name">The name of the endpoint, and after a colon what is special about this request.</param>
/// <param name="Headers">Beside the token and the Idempotency-Key, which every writing request carries.</param>
/// <param name="Body">JSON; null where the request has none. Placeholders in braces come from the <see cref="Scene"/>, also in path and headers.</param>
/// <param name="Form">The fields that a page sends, instead of a body of JSON.</param>
/// <param name="MayChange">Tables that may change although the request is refused: what counts the tries.</param>
/// <param name="ShowsOthers">Whether those who may see it are meant to see who other people are.</param>
/// <param name="With">With what everybody shows who they are, where it is not what is usual there.</param>
/// <param name="Cells">What each persona gets.</param>
public sealed record MatrixRow(
    string Name,
    HttpMethod Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    string? Body,
    string? Form,
    IReadOnlySet<string> MayChange,
    bool ShowsOthers,
    string? With,
    IReadOnlyDictionary<Persona, MatrixCell> Cells)
{
    public string Endpoint => Name.Split(':')[0].Trim();

    /// <summary>Whether the request needs this placeholder.</summary>
    public bool Mentions(string placeholder) =>
        $"{Path} {Body} {Form} {string.Join(' ', Headers.Values)}".Contains($"{{{placeholder}}}", StringComparison.Ordinal);

    public bool Writes => Method != HttpMethod.Get && Method != HttpMethod.Head;
}

/// <summary>The expected answer.</summary>
/// <param name="Fields">
/// The name of the set of fields that are visible; null where the answer has none. Of a redirect, the address it leads to.
/// </param>
/// <param name="ChangesNothing">Whether it is a refusal that does not look like one, such as being sent back to a page.</param>
public sealed record MatrixCell(int Status, string? Fields, bool ChangesNothing)
{
    private const string Unchanged = "unchanged";
    private const string SignInFirst = "/identity/sign-in";

    public bool IsDenial => Status >= 400 || ChangesNothing || (IsRedirect && Fields == SignInFirst);

    public bool IsRedirect => Status is >= 300 and < 400 and not 304;

    /// <summary><c>200 circle</c>, <c>404</c>, <c>302 /identity/account unchanged</c>.</summary>
    public static MatrixCell Parse(string text)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        var rest = parts.Length > 1 ? parts[1] : "";
        var unchanged = rest == Unchanged || rest.EndsWith(" " + Unchanged, StringComparison.Ordinal);
        rest = unchanged ? rest[..^Unchanged.Length].TrimEnd() : rest;
        return new(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), rest.Length == 0 ? null : rest, unchanged);
    }

    public override string ToString() => string.Join(' ', new[] { $"{Status}", Fields, ChangesNothing ? Unchanged : null }.Where(part => part is not null));
}
