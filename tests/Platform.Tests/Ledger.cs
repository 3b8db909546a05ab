using System.Collections.Concurrent;
using Npgsql;

namespace Journease.Platform.Tests;

/// <summary>
/// What people were told had happened, against what is stored: LOST was acknowledged and is absent, DUP is there twice,
/// ORPHAN is an effect without its cause.
/// </summary>
internal sealed class Ledger
{
    private readonly ConcurrentBag<Guid> inquiries = [];
    private readonly ConcurrentBag<Guid> appointments = [];

    /// <summary>Somebody reached out by telephone; nobody else of this platform does.</summary>
    public void Inquired(Guid inquiry) => inquiries.Add(inquiry);

    public void Booked(Guid appointment) => appointments.Add(appointment);

    public int Acknowledged => inquiries.Count + appointments.Count;

    /// <summary>The three counts in words; where one is not zero, followed by what it counts.</summary>
    public async Task<string> CompareAsync(RunningPlatform platform)
    {
        var told = await ReadAsync<Guid>(platform, "intake", "select id from intake.inquiry where lower(contact_way) = 'phone'");
        var booked = await ReadAsync<Guid>(platform, "scheduling", "select id from scheduling.appointment");
        var claimed = await ReadAsync<Guid>(platform, "scheduling", "select distinct appointment_id from scheduling.claim");
        var overlapping = await ReadAsync<Guid>(platform, "scheduling", """
            select a.appointment_id from scheduling.claim a join scheduling.claim b
              on a.resource_id = b.resource_id and a.ctid < b.ctid and a.during && b.during and a.released_at is null and b.released_at is null
            """);
        var messages = await ReadAsync<Guid>(platform, "notifications", "select about_id from notifications.message where kind = 'AppointmentBooked'");

        string[] lost = [.. Named("inquiry", inquiries.Except(told)), .. Named("appointment", appointments.Except(booked)), .. Named("message", booked.Except(messages))];
        string[] duplicated =
        [
            .. Named("inquiry", told.Except(inquiries)), .. Named("message", Repeated(messages)), .. Named("overlap", overlapping),
            .. Named("appointment", booked.Except(appointments)),
        ];
        string[] orphaned = [.. Named("message", messages.Except(booked)), .. Named("claim", claimed.Except(booked))];
        return $"LOST={lost.Length} DUP={duplicated.Length} ORPHAN={orphaned.Length}"
            + string.Concat(lost.Concat(duplicated).Concat(orphaned).Select(one => "; " + one));
    }

    private static IEnumerable<string> Named<T>(string kind, IEnumerable<T> things) => things.Select(thing => $"{kind} {thing}");

    private static IEnumerable<T> Repeated<T>(IEnumerable<T> things) => things.GroupBy(thing => thing).Where(same => same.Count() > 1).Select(same => same.Key);

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
