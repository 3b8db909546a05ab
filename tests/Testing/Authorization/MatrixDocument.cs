using System.Text;
using Xunit;

namespace Journease.Testing.Authorization;

/// <summary>The matrix as a table that people read, in <c>docs/authorization</c>; the tests keep it true.</summary>
public static class MatrixDocument
{
    /// <summary>Fails where <c>docs/authorization</c> says something else than this file.</summary>
    public static void Hold(string name, MatrixFile file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(root.FullName, "Journease.Platform.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        var written = Write(name, file);
        var received = Path.Combine(root.FullName, "artifacts", "authorization", name + ".md");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        System.IO.File.WriteAllText(received, written);
        var kept = Path.Combine(root.FullName, "docs", "authorization", name + ".md");
        Assert.True(System.IO.File.Exists(kept) && System.IO.File.ReadAllText(kept) == written,
            $"docs/authorization/{name}.md is not what the matrix says: look at the difference and copy artifacts/authorization/{name}.md over it.");
    }

    private static string Write(string name, MatrixFile file)
    {
        var text = new StringBuilder();
        text.Append("# Who may do what: ").Append(name).Append("\n\n");
        text.Append(file.Rows.Select(row => row.Endpoint).Distinct().Count()).Append(" endpoints, ").Append(file.Rows.Count * Persona.All.Count)
            .Append(" cells. Made from the service's `Authorization/matrix.txt`, each cell of which is tried over HTTP by the tests.\n\n");
        text.Append("| request |").AppendJoin("|", Persona.All.Select(persona => $" {persona} ")).Append("|\n");
        text.Append("|---|").AppendJoin("|", Persona.All.Select(_ => "---")).Append("|\n");
        foreach (var row in file.Rows)
        {
            text.Append("| **").Append(row.Name).Append("** `").Append(row.Method).Append(' ').Append(row.Path).Append("` |")
                .AppendJoin("|", Persona.All.Select(persona => $" {row.Cells[persona]} ")).Append("|\n");
        }
        text.Append("\nThe fields that an answer shows:\n\n");
        foreach (var (set, fields) in file.Fields)
        {
            text.Append("- **").Append(set).Append("**: ").AppendJoin(", ", fields.Select(field => $"`{field}`")).Append('\n');
        }
        return text.ToString();
    }
}
