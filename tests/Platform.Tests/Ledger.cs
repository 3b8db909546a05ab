using System.Collections.Concurrent;
using Npgsql;

namespace Journease.Platform.Tests;

/// <summary>
/// What people were told had happened, against what is stored: LOST was acknowledged and is absent, DUP is there twice,
/// ORPHAN is an effect without its cause.
/// </summary>
internal sealed class Ledger
{
    private readonly ConcurrentBag<string> inquiries = [];
    private readonly ConcurrentBag<Guid> appointments = [];

    public void Inquired(string message) => inquiries.Add(message);

    public void Booked(Guid appointment) => appointments.Add(appointment);

    public int Acknowledged => inquiries.Count + appointments.Count;

    public async Task<(int Lost, int Duplicated, int Orphaned)> CountAsync(RunningPlatform platform)
    {
        var told = await ReadAsync<string>(platform, "intake", "select message from intake.inquiry where message like 'ledger %'");
        var booked = await ReadAsync<Guid>(platform, "scheduling", "select id from scheduling.appointment");
        var claims = await ReadAsync<Guid>(platform, "scheduling", "select distinct appointment_id from scheduling.claim");
        var overlaps = await ReadAsync<long>(platform, "scheduling", """
            select count(*) from scheduling.claim a join scheduling.claim b
              on a.resource_id = b.resource_id and a.ctid < b.ctid and a.during && b.during and a.released_at is null and b.released_at is null
            """);
        var messages = await ReadAsync<Guid>(platform, "notifications", "select appointment_id from notifications.message where kind ilike '%booked%'");

        var lost = inquiries.Except(told).Count() + appointments.Except(booked).Count() + booked.Except(messages).Count();
        var duplicated = told.Count - told.Distinct().Count() + (messages.Count - messages.Distinct().Count()) + (int)overlaps.Single()
            + booked.Except(appointments).Count();
        var orphaned = messages.Except(booked).Count() + claims.Except(booked).Count();
        return (lost, duplicated, orphaned);
    }

    private static async Task<List<T>> ReadAsync<T>(RunningPlatform platform, string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(await platform.DatabaseAsync(database));
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var values = new List<T>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetFieldValue<T>(0));
        }
        return values;
    }
}
