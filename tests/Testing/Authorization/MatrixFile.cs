namespace Journease.Testing.Authorization;

/// <summary>
/// The matrix of one service, <c>Authorization/matrix.txt</c> beside its tests. A row is a name on a line of its own and,
/// indented, the request, its headers and body, and who gets what:
/// <code>
/// ReadCircle: of somebody else
///     GET /groups/v1/circles/{circle}
///     facilitator, circle member    200 circle
///     anonymous, bad token          401
///     everyone else                 404
///
/// fields circle = circleId, name, topics[]
/// </code>
/// A page's form is <c>form name=value&amp;other=value</c>. A cell may be a redirect, <c>302 /identity/account</c>; being sent to
/// sign in is a refusal, and what ends with <c>unchanged</c> is one too. <c>may change table</c> names what counts tries.
/// </summary>
public sealed class MatrixFile
{
    private const string EveryoneElse = "everyone else";

    private MatrixFile(IReadOnlyList<MatrixRow> rows, IReadOnlyDictionary<string, IReadOnlyList<string>> fields) => (Rows, Fields) = (rows, fields);

    public static MatrixFile OfThisProject { get; } = Parse(Lines("matrix.txt"));

    public IReadOnlyList<MatrixRow> Rows { get; }

    /// <summary>Names of sets of fields, such as <c>items[].text</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; }

    // "include common.txt": what every service has, said once.
    private static IEnumerable<string> Lines(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Authorization", name))
            .SelectMany(line => line.StartsWith("include ", StringComparison.Ordinal) ? Lines(line["include ".Length..].Trim()) : [line]);

    public static IEnumerable<Xunit.TheoryDataRow<string>> RowNames() => OfThisProject.Rows.Select(row => new Xunit.TheoryDataRow<string>(row.Name));

    public static MatrixFile Parse(IEnumerable<string> lines)
    {
        var rows = new List<MatrixRow>();
        var fields = new Dictionary<string, IReadOnlyList<string>>();
        var block = new List<string>();
        foreach (var line in lines.Where(line => line.Trim().Length > 0 && !line.StartsWith('#')).Append("end"))
        {
            if (char.IsWhiteSpace(line[0]))
            {
                block.Add(line.Trim());
                continue;
            }
            if (block.Count > 1)
            {
                rows.Add(Row(block));
            }
            block = [line.Trim()];
            if (line.StartsWith("fields ", StringComparison.Ordinal))
            {
                var parts = line["fields ".Length..].Split('=', 2);
                fields.Add(parts[0].Trim(), parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                block.Clear();
            }
        }
        return new(rows, fields);
    }

    private static MatrixRow Row(List<string> block)
    {
        var request = block[1].Split(' ', 2, StringSplitOptions.TrimEntries);
        var said = block.Skip(2).ToLookup(KindOf);
        var headers = said["header"].Select(line => line["header ".Length..].Split(':', 2, StringSplitOptions.TrimEntries)).ToDictionary(pair => pair[0], pair => pair[1]);
        var cells = new Dictionary<Persona, MatrixCell>();
        foreach (var line in said["cell"])
        {
            var at = line.IndexOfAny(['1', '2', '3', '4', '5']);
            var cell = at < 0 ? throw new FormatException($"{block[0]}: no status in '{line}'") : MatrixCell.Parse(line[at..]);
            foreach (var persona in Personas(block[0], line[..at].Trim(), cells))
            {
                if (!cells.TryAdd(persona, cell))
                {
                    throw new FormatException($"{block[0]}: {persona} is there twice");
                }
            }
        }
        return cells.Count == Persona.All.Count
            ? new(
                block[0], new HttpMethod(request[0]), request[1], headers, said["body"].SingleOrDefault(), Rest("form"),
                (Rest("may") ?? "").Split(' ').ToHashSet(), said["shows"].Any(), Rest("with"), cells)
            : throw new FormatException($"{block[0]}: nothing is said of {string.Join(", ", Persona.All.Except(cells.Keys))}");

        string? Rest(string kind) => said[kind].SingleOrDefault() is { } line ? line.Split(' ', 2)[1].Replace("change ", "", StringComparison.Ordinal) : null;
    }

    // "header Name: value", "form name=value&name=value", "may change table", "shows others", "with cookie", a body of JSON, or who gets what.
    private static string KindOf(string line) => line[0] is '{' or '[' ? "body" : line.Split(' ')[0] switch
    {
        "header" or "form" or "may" or "shows" or "with" => line.Split(' ')[0],
        _ => "cell",
    };

    private static IEnumerable<Persona> Personas(string row, string names, Dictionary<Persona, MatrixCell> said) =>
        names == EveryoneElse
            ? [.. Persona.All.Except(said.Keys)]
            : names.Split(',', StringSplitOptions.TrimEntries).SelectMany(name =>
                Persona.Groups.TryGetValue(name, out var group) ? group
                : Persona.All.SingleOrDefault(persona => persona.Name == name) is { } one ? [one]
                : throw new FormatException($"{row}: nobody is called '{name}'"));
}
