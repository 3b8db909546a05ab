using System.Diagnostics;
using Journease.Sealing;
using Journease.Sealing.DataKeys;
using Microsoft.EntityFrameworkCore;

namespace Journease.Benchmarks.Submission;

/// <summary>What the three requests of a submission seal and open, and nothing else: their statements and their cryptography.</summary>
internal static class SealingAlone
{
    // About as long as the answers and the score of a questionnaire are as JSON.
    private static readonly byte[] Answers = new byte[120];
    private static readonly byte[] Score = new byte[300];

    public static async Task<Latencies> MeasureAsync(string database, int warming, int times)
    {
        var masters = new MasterKeys(new Dictionary<string, string> { ["1"] = BenchmarkProcess.MasterKey }, "1", "1");
        var options = new DbContextOptionsBuilder().UseNpgsql(database).UseSnakeCaseNamingConvention().Options;
        var measured = new List<double>();
        for (var i = 0; i < warming + times; i++)
        {
            var client = Guid.CreateVersion7();
            var clock = new Stopwatch();
            var first = await InRequestAsync(options, masters, clock, seals => SealAsync(seals, client, Answers)); // makes the key
            var second = await InRequestAsync(options, masters, clock, seals => SealAsync(seals, client, Answers));
            await InRequestAsync(options, masters, clock, async seals =>
            {
                await seals.OpenBytesAsync(client, KeyPurpose.Record, Place(client), first, default);
                await seals.OpenBytesAsync(client, KeyPurpose.Record, Place(client), second, default);
                await SealAsync(seals, client, Score);
                return await SealAsync(seals, client, Score);
            });
            if (i >= warming)
            {
                measured.Add(clock.Elapsed.TotalMilliseconds);
            }
        }
        return new Latencies(measured);
    }

    // The transaction is the act's: its beginning and its commit are there without sealing too, and are not counted.
    private static async Task<Sealed> InRequestAsync(
        DbContextOptions options, MasterKeys masters, Stopwatch clock, Func<Seals, Task<Sealed>> act)
    {
        await using var db = new DbContext(options);
        await using var transaction = await db.Database.BeginTransactionAsync();
        using var keys = new KeyRing(db, masters, new KeyWrap(masters));
        clock.Start();
        var made = await act(new Seals(keys));
        clock.Stop();
        await transaction.CommitAsync();
        return made;
    }

    private static Task<Sealed> SealAsync(Seals seals, Guid client, byte[] bytes) =>
        seals.SealAsync(client, KeyPurpose.Record, Place(client), bytes.AsMemory(), default);

    private static SealedPlace Place(Guid client) => new("questionnaire_response", "answers", client);
}
