using Journease.Sealing.DataKeys;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.EntityFrameworkCore;

namespace Journease.Sealing.Tests;

/// <summary>A database with a place for keys, and as many requests on it as a test wants.</summary>
public sealed class KeyRoom : IAsyncLifetime
{
    public static readonly MasterKeys Masters = new(new Dictionary<string, string> { ["1"] = TestSecrets.MasterKey }, "1", "1");

    /// <summary>A second master key takes over; the first is still there, or no longer.</summary>
    public static MasterKeys Successor(bool withFirst) => new(
        withFirst
            ? new Dictionary<string, string> { ["1"] = TestSecrets.MasterKey, ["2"] = TestSecrets.MasterKey + "-2" }
            : new Dictionary<string, string> { ["2"] = TestSecrets.MasterKey + "-2" },
        "2", withFirst ? "1" : "2");

    public TestDatabase Database { get; } = new();

    public Request NewRequest(MasterKeys? masters = null) => new(Database.ConnectionString, masters ?? Masters);

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        await using var request = NewRequest();
        await KeyTable.CreateAsync(request.Db, "nobody", TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>What one request of a service has at hand.</summary>
    public sealed class Request : IAsyncDisposable
    {
        private readonly KeyRing ring;

        public Request(string connectionString, MasterKeys masters)
        {
            Db = new(new DbContextOptionsBuilder<DbContext>().UseNpgsql(connectionString).UseSnakeCaseNamingConvention().Options);
            var wrap = new KeyWrap(masters);
            ring = new(Db, masters, wrap);
            Seals = new(ring);
            Forgotten = new(Db);
            Rewrap = new(Db, masters, wrap);
        }

        public DbContext Db { get; }

        public Seals Seals { get; }

        public ForgottenKeys Forgotten { get; }

        public KeyRewrap Rewrap { get; }

        public async ValueTask DisposeAsync()
        {
            ring.Dispose();
            await Db.DisposeAsync();
        }
    }
}
