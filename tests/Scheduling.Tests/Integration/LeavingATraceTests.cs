using System.Net;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;

namespace Journease.Scheduling.Tests.Integration;

/// <summary>What every service writes down about who saw and changed what, tried where staff and clients meet.</summary>
[Trait("Needs", "servers")]
public sealed class LeavingATraceTests(SchedulingHost scheduling) : IClassFixture<SchedulingHost>
{
    private static readonly DateTimeOffset Tuesday = SchedulingHost.Monday.AddDays(1).AddHours(10);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_sees_who_opened_what_is_theirs_and_in_which_role()
    {
        var practice = await scheduling.PracticeAsync();
        var (client, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var booked = await scheduling.ClientOf(client).BookedAsync(practice, Tuesday);
        await scheduling.Coordinator.GetAsync($"/scheduling/v1/appointments/{booked.Id}", Stop).ExpectAsync(HttpStatusCode.OK);

        var log = await AccessLogAsync(client);

        Assert.Equal([("GetAppointment", "read", false), ("BookAppointment", "write", true)], log.Select(item => (item.Act, item.Kind, item.Mine)));
        Assert.Equal([Roles.Coordinator], log[0].Roles);
        Assert.Equal("Read one appointment", log[0].What);
        Assert.Empty(await AccessLogAsync(other));
    }

    [Fact]
    public async Task A_refused_change_leaves_a_row_and_nothing_else()
    {
        var practice = await scheduling.PracticeAsync();
        var client = Guid.CreateVersion7();
        await scheduling.ClientOf(client).BookAsync(practice, SchedulingHost.Monday.AddDays(-1)).ProblemAsync(409);

        var row = Assert.Single(await AccessLogAsync(client));
        Assert.Equal(("BookAppointment", "refusal", true), (row.Act, row.Kind, row.Mine));
    }

    [Fact]
    public async Task A_write_and_its_row_are_there_together_or_not_at_all()
    {
        await using var own = new OwnHost();
        await own.Host.InitializeAsync();
        var practice = await own.Host.PracticeAsync();
        await own.Host.ScalarAsync<long>("alter table audit.event add constraint ck_no_more check (act <> 'BookAppointment')");

        await own.Host.SomeClient.BookAsync(practice, Tuesday).ProblemAsync(503);

        Assert.Equal(0, await own.Host.ScalarAsync<long>("select count(*) from scheduling.appointment"));
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_shown()
    {
        await using var own = new OwnHost();
        await own.Host.InitializeAsync();
        var practice = await own.Host.PracticeAsync();
        var client = own.Host.SomeClient;
        var booked = await client.BookedAsync(practice, Tuesday);
        await own.Host.ScalarAsync<long>("alter table audit.event add constraint ck_no_more check (act <> 'GetAppointment')");

        using var answer = await client.GetAsync($"/scheduling/v1/appointments/{booked.Id}", Stop);

        await answer.ProblemAsync(503, "unavailable");
        Assert.DoesNotContain("preparation", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Null(answer.Headers.ETag);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task Every_row_gets_its_place_in_the_chain()
    {
        await scheduling.SomeClient.GetAsync("/scheduling/v1/gate", Stop).ExpectAsync(HttpStatusCode.OK);

        await Eventually.EqualAsync(
            0L, () => scheduling.ScalarAsync<long>("select count(*) from audit.event e where not exists (select from audit.chain c where c.event_id = e.id)"));
    }

    private async Task<IReadOnlyList<ListAccessLog.Item>> AccessLogAsync(Guid person) =>
        (await scheduling.ClientOf(person).GetAsync("/scheduling/v1/access-log", Stop).ReadAsync<ListAccessLog.Response>()).Items;

    private sealed class OwnHost : IAsyncDisposable
    {
        public SchedulingHost Host { get; } = new();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
