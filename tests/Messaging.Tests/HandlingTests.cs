using System.Text;
using Journease.Desk;
using Journease.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Messaging.Tests;

[Trait("Needs", "servers")]
public sealed class HandlingTests : IAsyncLifetime
{
    private const string Queue = "desk-record-arrival-when-appointment-booked";

    private readonly Desks desks = new();

    [Fact]
    public async Task Twenty_copies_that_come_while_the_first_still_runs_have_one_effect()
    {
        var id = Guid.CreateVersion7();
        await using var tap = await Tap.OpenAsync(desks.VirtualHost.AmqpUri);
        var desk = await desks.StartAsync("--Messaging:ConcurrentMessages=20");
        using var duplicates = new Counted(desk, "journease.inbox.duplicates");
        var switches = desk.Services.GetRequiredService<DeskSwitches>();
        var release = new TaskCompletionSource();
        switches.BeforeEffect = () => release.Task;

        for (var copy = 0; copy < 20; copy++)
        {
            await tap.PublishAsync(id, Desks.BookedBody(id));
        }
        await Eventually.TrueAsync(() => switches.Begun == 1);
        await Eventually.TrueAsync(async () => await desks.Database.ReadAsync<long>("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()") > 5);
        release.SetResult();

        await Eventually.TrueAsync(() => duplicates.Total == 19);
        Assert.Equal(1, switches.Begun);
        Assert.Equal(1, await desks.ArrivalsAsync());
        Assert.Null(await tap.GetAsync(Queue + "_skipped"));
        Assert.Null(await tap.GetAsync(Queue + "_error"));
    }

    [Fact]
    public async Task What_a_consumer_announces_is_committed_with_its_effect_and_names_its_cause()
    {
        var id = Guid.CreateVersion7();
        await using var tap = await Tap.OpenAsync(desks.VirtualHost.AmqpUri);
        await tap.ListenAsync();
        // The consumer waits with its work done: nothing of it may be seen yet.
        var desk = await desks.StartAsync();

        await tap.PublishAsync(id, Desks.BookedBody(id, kind: "answered"));

        await Eventually.EqualAsync(2L, () => desks.ArrivalsAsync());
        var answer = Assert.Single(tap.Heard, booked => booked.EventId != id);
        Assert.Equal(2, await desks.Database.ReadAsync<long>("select count(*) from desk.inbox_message"));
        // Its row goes when the dispatcher commits, which may be after the consumer has.
        await Eventually.EqualAsync(0L, desks.UnsentAsync);
        Assert.NotEqual(id, answer.AggregateId);
        Assert.NotNull(desk);
    }

    [Fact]
    public async Task What_cannot_be_handled_leaves_nothing_but_type_and_code()
    {
        var id = Guid.CreateVersion7();
        await using var tap = await Tap.OpenAsync(desks.VirtualHost.AmqpUri);
        await desks.StartAsync();

        await tap.PublishAsync(id, Desks.BookedBody(id, kind: "failing"));

        var failed = await Eventually.FoundAsync(() => tap.GetAsync(Queue + "_error"));
        var headers = string.Join('\n', failed.BasicProperties.Headers!.Select(header => $"{header.Key}: {(header.Value is byte[] text ? Encoding.UTF8.GetString(text) : header.Value)}"));
        Assert.Contains("InvalidOperationException", headers, StringComparison.Ordinal);
        Assert.DoesNotContain("person", headers, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", headers, StringComparison.Ordinal);
        Assert.DoesNotContain("person", desks.Log.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await desks.ArrivalsAsync());
        Assert.Equal(0, await desks.Database.ReadAsync<long>("select count(*) from desk.inbox_message"));
    }

    [Fact]
    public async Task A_newer_contract_with_more_in_it_is_understood_and_one_with_too_little_is_an_error()
    {
        var (newer, poorer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var tap = await Tap.OpenAsync(desks.VirtualHost.AmqpUri);
        await desks.StartAsync();

        await tap.PublishAsync(newer, Desks.BookedBody(newer, more: ""","room":{"floor":2}"""));
        await tap.PublishAsync(poorer, $$"""{"eventId":"{{poorer}}","subjectId":null}""");

        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync($"event_id = '{newer}'"));
        var failed = await Eventually.FoundAsync(() => tap.GetAsync(Queue + "_error"));
        Assert.Equal(poorer.ToString(), failed.BasicProperties.MessageId);
    }

    [Fact]
    public async Task What_is_published_before_the_first_start_waits_in_the_queue()
    {
        var id = Guid.CreateVersion7();
        await using var tap = await Tap.OpenAsync(desks.VirtualHost.AmqpUri);

        await tap.PublishAsync(id, Desks.BookedBody(id)); // only the migrate verb has run
        await desks.StartAsync();

        await Eventually.EqualAsync(1L, () => desks.ArrivalsAsync());
    }

    [Fact]
    public async Task A_message_that_kills_who_handles_it_goes_to_the_error_queue_above_the_limit()
    {
        var id = Guid.CreateVersion7();
        await using var tap = await Tap.OpenAsync(desks.VirtualHost.AmqpUri);
        await tap.PublishAsync(id, Desks.BookedBody(id, kind: "deadly"));

        for (var death = 1; death <= 2; death++)
        {
            var victim = DeskProcess.Start(desks, "--Messaging:RedeliveryLimit=1");
            Assert.NotEqual(0, await victim.Exited.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }
        await desks.StartAsync("--Messaging:RedeliveryLimit=1");

        var failed = await Eventually.FoundAsync(() => tap.GetAsync(Queue + "_error"));
        Assert.Equal(id.ToString(), failed.BasicProperties.MessageId);
        Assert.Equal(2, await desks.Database.ReadAsync<int>("select times from desk.redelivery"));
        Assert.Equal(0, await desks.ArrivalsAsync());
    }

    [Fact]
    public async Task Handled_messages_are_remembered_for_the_window_and_then_forgotten()
    {
        var desk = await desks.StartAsync();
        await desks.Database.ExecuteAsync("""
            insert into desk.inbox_message select gen_random_uuid(), 'desk', now() - interval '31 days' from generate_series(1, 2500);
            insert into desk.inbox_message select gen_random_uuid(), 'desk', now() - interval '29 days' from generate_series(1, 10);
            insert into desk.inbox_message values (gen_random_uuid(), 'desk', now());
            """);

        await desk.Services.GetRequiredService<Inbox.ExpiredMessages>().ForgetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(11, await desks.Database.ReadAsync<long>("select count(*) from desk.inbox_message"));
    }

    public ValueTask InitializeAsync() => desks.InitializeAsync();

    public ValueTask DisposeAsync() => desks.DisposeAsync();
}
