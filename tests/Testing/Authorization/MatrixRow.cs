namespace Journease.Testing.Authorization;

/// <summary>One request that everybody tries: an act, in one variation.</summary>
/// <param name="Name">The name of the endpoint, and after a colon what is special about this request.</param>
/// <param name="Headers">Beside the token and the Idempotency-Key, which every writing request carries.</param>
/// <param name="Body">JSON; null where the request has none. Placeholders in braces come from the <see cref="Scene"/>, also in path and headers.</param>
/// <param name="Cells">What each persona gets.</param>
public sealed record MatrixRow(
    string Name,
    HttpMethod Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    string? Body,
    IReadOnlyDictionary<Persona, MatrixCell> Cells)
{
    public string Endpoint => Name.Split(':')[0].Trim();

    public bool Writes => Method != HttpMethod.Get && Method != HttpMethod.Head;
}

/// <summary>The expected answer.</summary>
/// <param name="Fields">The name of the set of fields that are visible; null where the answer has none.</param>
public sealed record MatrixCell(int Status, string? Fields)
{
    public bool IsDenial => Status >= 400;

    public override string ToString() => Fields is null ? $"{Status}" : $"{Status} {Fields}";
}
