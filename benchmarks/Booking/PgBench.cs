using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Journease.Benchmarks.Booking;

/// <summary>The ceiling of a booking: its rows inserted by PostgreSQL's own load generator, without rules, reads and HTTP.</summary>
internal static partial class PgBench
{
    public const int Clients = 8;
    private const int Seconds = 5;
    private const string StartsAt = "timestamptz '2040-01-01 00:00Z' + :minutes::int * interval '1 minute'";

    public static async Task<double> InsertsPerSecondAsync(string database, Guid siteId, string directory)
    {
        var script = Path.Combine(directory, "booking.sql");
        await File.WriteAllTextAsync(script, Script(siteId));
        var connection = new NpgsqlConnectionStringBuilder(database);
        var said = await BenchmarkProcess.OutputOfAsync(
            Program(),
            ["-n", "-c", $"{Clients}", "-j", "2", "-T", $"{Seconds}", "-M", "prepared", "-D", "number=0", "-f", script],
            new()
            {
                ["PGHOST"] = connection.Host!,
                ["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture),
                ["PGDATABASE"] = connection.Database!,
                ["PGUSER"] = connection.Username!,
                ["PGPASSWORD"] = connection.Password!,
            });
        return TransactionsPerSecond().Match(said) is { Success: true } match
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench tells no rate:\n{said}");
    }

    // Every transaction has a time of its own: a permutation scatters the numbers over people and years, and repeats none.
    // One round trip for all, because EF Core batches them as well. The ids are derived, so that rows can name one another.
    private static string Script(Guid siteId) => $"""
        \set number :number + 1
        \set place permute(:client_id * 100000 + :number, 1000000)
        \set who :place % 12
        \set room :place % 12 + 100
        \set someone :place + 1000
        \set minutes (:place / 12) * 75
        \startpipeline
        BEGIN;
        INSERT INTO scheduling.appointment (id, client_id, session_type, site_id, starts_at, ends_at, status, version)
          VALUES ({Id("place")}, {Id("someone")}, 'preparation', '{siteId}', {StartsAt}, {StartsAt} + interval '75 minutes', 'Booked', 1);
        {Claim(1, "Practitioner", "who")}
        {Claim(2, "Room", "room")}
        {Claim(3, "Client", "someone")}
        INSERT INTO scheduling.outbox_message (message_id, message_type, ordering_key, body, correlation_id, occurred_at, attempts)
          VALUES ({Id("place")}, 'appointment-booked', {Id("place")}, '{new string('x', 400)}', {Id("place")}, now(), 0);
        COMMIT;
        \endpipeline
        """;

    private static string Id(string variable) => $"lpad(to_hex(:{variable}::bigint), 32, '0')::uuid";

    private static string Claim(int number, string kind, string resource) => $"""
        INSERT INTO scheduling.claim (number, appointment_id, kind, resource_id, during)
          VALUES ({number}, {Id("place")}, '{kind}', {Id(resource)}, tstzrange({StartsAt}, {StartsAt} + interval '75 minutes'));
        """;

    private static string Program() =>
        Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin", "pgbench"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("pgbench is not installed; it comes with PostgreSQL's server.");

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex TransactionsPerSecond();
}
