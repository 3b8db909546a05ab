using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Throttling;

/// <summary>
/// Counts tries and makes those wait that come too often. Nothing is ever locked: a wait ends by itself after seconds or
/// minutes. Each try is counted before it is made, in a statement of its own, so that tries at once cannot slip through.
/// </summary>
internal sealed class Throttle(IdentityDbContext db, TimeProvider clock)
{
    /// <summary>Null when the try may be made; otherwise how long to wait before the next.</summary>
    public async Task<TimeSpan?> TryAsync(IReadOnlyCollection<Limit> limits, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (keys, every, slack) = Columns(limits);
        var allowed = await db.Database.SqlQuery<byte[]>($"""
            INSERT INTO identity.throttle_count AS known (key, forgotten_at, slack)
            SELECT key, {now} + every, slack FROM unnest({keys}, {every}, {slack}) AS tried (key, every, slack) ORDER BY key
            ON CONFLICT (key) DO UPDATE SET forgotten_at = greatest(known.forgotten_at, {now}) + (excluded.forgotten_at - {now}), slack = excluded.slack
            WHERE known.forgotten_at - {now} <= excluded.slack
            RETURNING key AS "Value"
            """).ToListAsync(ct);
        return allowed.Count == limits.Count ? null : await WaitAsync(keys, now, ct);
    }

    /// <summary>A try that succeeded was no guess: it is taken off the count again.</summary>
    public async Task ForgiveAsync(IReadOnlyCollection<Limit> limits, CancellationToken ct)
    {
        var (keys, every, slack) = Columns(limits);
        await db.Database.ExecuteSqlAsync($"""
            UPDATE identity.throttle_count known SET forgotten_at = known.forgotten_at - tried.every
            FROM unnest({keys}, {every}, {slack}) AS tried (key, every, slack) WHERE known.key = tried.key
            """, ct);
    }

    /// <summary>Deletes the counts that no longer count.</summary>
    public Task ForgetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Set<ThrottleCount>().Where(count => count.ForgottenAt < now).ExecuteDeleteAsync(ct);
    }

    private async Task<TimeSpan> WaitAsync(byte[][] keys, DateTimeOffset now, CancellationToken ct)
    {
        var counts = await db.Set<ThrottleCount>().AsNoTracking().Where(count => keys.Contains(count.Key)).ToListAsync(ct);
        var wait = counts.Count == 0 ? TimeSpan.Zero : counts.Max(count => count.ForgottenAt - now - count.Slack);
        return wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1);
    }

    private static (byte[][] Keys, TimeSpan[] Every, TimeSpan[] Slack) Columns(IReadOnlyCollection<Limit> limits) =>
        ([.. limits.Select(limit => limit.Key)], [.. limits.Select(limit => limit.Every)], [.. limits.Select(limit => limit.Slack)]);
}
