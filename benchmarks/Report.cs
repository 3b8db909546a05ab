namespace Journease.Benchmarks;

/// <summary>The table that the run ends with. A figure stands beside its ceiling of the same run, because absolute times vary between machines.</summary>
internal sealed class Report
{
    private readonly List<string[]> rows = [["what", "figure", "ceiling or peer", "ratio", "target"]];

    public void Add(string what, string figure, string ceiling = "", string ratio = "", string target = "") =>
        rows.Add([what, figure, ceiling, ratio, target]);

    public void Print(TextWriter output)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            output.WriteLine("| " + string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column]))) + " |");
            if (index == 0)
            {
                output.WriteLine("|" + string.Join("|", widths.Select(width => new string('-', width + 2))) + "|");
            }
        }
    }
}
