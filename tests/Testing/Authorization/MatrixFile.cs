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
        var headers = block.Skip(2).Where(line => line.StartsWith("header ", StringComparison.Ordinal))
            .Select(line => line["header ".Length..].Split(':', 2, StringSplitOptions.TrimEntries)).ToDictionary(pair => pair[0], pair => pair[1]);
        var body = block.Skip(2).SingleOrDefault(line => line.StartsWith('{') || line.StartsWith('['));
        var cells = new Dictionary<Persona, MatrixCell>();
        foreach (var line in block.Skip(2).Where(line => line != body && !line.StartsWith("header ", StringComparison.Ordinal)))
        {
            var at = line.IndexOfAny(['1', '2', '3', '4', '5']);
            var answer = at < 0 ? throw new FormatException($"{block[0]}: no status in '{line}'") : line[at..].Split(' ', 2, StringSplitOptions.TrimEntries);
            var cell = new MatrixCell(int.Parse(answer[0], System.Globalization.CultureInfo.InvariantCulture), answer.Length > 1 ? answer[1] : null);
            foreach (var persona in Personas(block[0], line[..at].Trim(), cells))
            {
                if (!cells.TryAdd(persona, cell))
                {
                    throw new FormatException($"{block[0]}: {persona} is there twice");
                }
            }
        }
        return cells.Count == Persona.All.Count
            ? new(block[0], new HttpMethod(request[0]), request[1], headers, body, cells)
            : throw new FormatException($"{block[0]}: nothing is said of {string.Join(", ", Persona.All.Except(cells.Keys))}");
    }

    private static IEnumerable<Persona> Personas(string row, string names, Dictionary<Persona, MatrixCell> said) =>
        names == EveryoneElse
            ? [.. Persona.All.Except(said.Keys)]
            : names.Split(',', StringSplitOptions.TrimEntries).SelectMany(name =>
                Persona.Groups.TryGetValue(name, out var group) ? group
                : Persona.All.SingleOrDefault(persona => persona.Name == name) is { } one ? [one]
                : throw new FormatException($"{row}: nobody is called '{name}'"));
}
