using System.Diagnostics;
using System.Text;
using Npgsql;
using Xunit;

namespace Journease.Testing;

/// <summary>A database as an operator backs it up, and as a thief gets it: without the keys, which are backed up apart.</summary>
public sealed class DatabaseDump
{
    private readonly string text;

    private DatabaseDump(string text) => this.text = text;

    public static async Task<DatabaseDump> WithoutKeysAsync(string connectionString)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Program(), ["-N", "keys", "-h", database.Host!, "-p", $"{database.Port}", "-U", database.Username!, database.Database!])
        {
            RedirectStandardOutput = true,
            Environment = { ["PGPASSWORD"] = database.Password },
        };
        using var dump = Process.Start(start)!;
        var text = await dump.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dump.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, dump.ExitCode);
        return new(text);
    }

    /// <summary>Whether these words can be read in it, as they are or in a column of bytes.</summary>
    public bool Tells(string words) =>
        text.Contains(words, StringComparison.OrdinalIgnoreCase)
        || text.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(words)), StringComparison.OrdinalIgnoreCase)
        || text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(words)).TrimEnd('='), StringComparison.Ordinal);

    /// <summary>Whether it is in there as raw bytes.</summary>
    public bool Tells(ReadOnlySpan<byte> bytes) => text.Contains(Convert.ToHexString(bytes), StringComparison.OrdinalIgnoreCase);

    private static string Program() => Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture))
        .Select(folder => Path.Combine(folder, "bin", "pg_dump")).First(File.Exists);
}
