using Journease.Testing;
using Npgsql;

namespace Journease.Audit.Tests;

/// <summary>A database with an audit in it, and an anchor outside.</summary>
public sealed class AuditRoom : IAsyncLifetime
{
    private readonly ChainHash hash = new([.. Enumerable.Range(0, 32).Select(n => (byte)n)]);
    private readonly string anchorPath = Path.Combine(Path.GetTempPath(), $"journease-{Guid.CreateVersion7():N}.anchor");
    private NpgsqlDataSource source = null!;

    public TestDatabase Database { get; } = new();

    public AuditAnchor Anchor => new(anchorPath);

    public AuditChain NewChainer() => new(source, hash);

    public Task<AuditVerification.Report> VerifyAsync() => new AuditVerification(source, hash, Anchor).RunAsync(TestContext.Current.CancellationToken);

    public async Task<Guid[]> WriteAsync(int count)
    {
        AuditEvent[] events = [.. Enumerable.Range(0, count).Select(n => new AuditEvent
        {
            Actor = $"actor-{n}",
            Roles = "prescriber",
            Act = "GetReview",
            Kind = AuditKind.Read,
            SubjectId = Guid.CreateVersion7(),
            Outcome = 200,
            TraceId = $"trace-{n}",
        })];
        await using var connection = await source.OpenConnectionAsync();
        foreach (var one in events)
        {
            await AuditTable.InsertAsync(connection, null, [one], TestContext.Current.CancellationToken);
        }
        return [.. events.Select(one => one.Id)];
    }

    /// <summary>Ten chained events, anchored.</summary>
    public async Task<Guid[]> WriteAndChainAsync()
    {
        var ids = await WriteAsync(10);
        Assert.Equal(10, await NewChainer().ExtendAsync(TestContext.Current.CancellationToken));
        await Anchor.AppendAsync((await NewChainer().HeadAsync(TestContext.Current.CancellationToken))!, TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);
        return ids;
    }

    /// <summary>As somebody who owns the server and lifts the guards.</summary>
    public Task TamperAsync(string sql) => Database.ExecuteAsync($"set session_replication_role = replica; {sql}");

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        source = NpgsqlDataSource.Create(Database.ConnectionString);
        await Database.ExecuteAsync(AuditTable.CreateFor("nobody"));
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await Database.DisposeAsync();
        File.Delete(anchorPath);
    }
}
