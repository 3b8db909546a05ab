using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Journease.Messaging.Access;

/// <summary>Until when tokens of an account are refused, as this service has heard it; all replicas read it.</summary>
internal sealed class AccessTable(MessagingDbContext db) : IMigrationStep
{
    // Longer than an access token can be good, and the clocks apart; then the token itself is over.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    public async Task RunAsync(CancellationToken ct)
    {
        var create = $"""
            CREATE TABLE IF NOT EXISTS {Name} (account_id uuid PRIMARY KEY, not_before timestamptz NOT NULL);
            DO $$ BEGIN
              IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{Schema}_app') THEN
                GRANT SELECT, INSERT, UPDATE, DELETE ON {Name} TO {Schema}_app;
              END IF;
            END $$
            """;
        await db.Database.ExecuteSqlRawAsync(create, ct);
    }

    /// <summary>The latest time counts, in whatever order events arrive.</summary>
    public async Task RefuseAsync(Guid account, DateTimeOffset notBefore, CancellationToken ct)
    {
        var refuse = $$"""
            INSERT INTO {{Name}} AS known VALUES ({0}, {1})
            ON CONFLICT (account_id) DO UPDATE SET not_before = greatest(known.not_before, excluded.not_before)
            """;
        await db.Database.ExecuteSqlRawAsync(refuse, [account, notBefore.ToUniversalTime()], ct);
        var forget = $$"""DELETE FROM {{Name}} WHERE not_before < {0}""";
        await db.Database.ExecuteSqlRawAsync(forget, [TimeProvider.System.GetUtcNow() - Kept], ct);
    }

    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> ReadAsync(CancellationToken ct)
    {
        var read = $"SELECT account_id, not_before FROM {Name}";
        return await db.Database.SqlQueryRaw<Row>(read).ToDictionaryAsync(row => row.AccountId, row => row.NotBefore, ct);
    }

    private string Schema => db.Model.GetDefaultSchema()!;

    private string Name => Schema + ".account_access";

    private sealed record Row(Guid AccountId, DateTimeOffset NotBefore);
}
