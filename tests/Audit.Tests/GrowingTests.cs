using Npgsql;

namespace Journease.Audit.Tests;

[Trait("Needs", "servers")]
public sealed class GrowingTests : IAsyncLifetime
{
    private readonly AuditRoom room = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update audit.event set actor = 'me'")]
    [InlineData("delete from audit.event")]
    [InlineData("truncate audit.event")]
    [InlineData("update audit.chain set hash = ''")]
    [InlineData("delete from audit.chain")]
    [InlineData("truncate audit.chain")]
    public async Task Not_even_the_owner_changes_a_row(string change)
    {
        await room.WriteAndChainAsync();
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => room.Database.ExecuteAsync(change))).SqlState);
    }

    [Fact]
    public async Task A_chainer_that_found_nothing_at_first_finds_what_comes_later()
    {
        var chainer = room.NewChainer();
        Assert.Equal(0, await chainer.ExtendAsync(Stop));
        await room.WriteAsync(3);
        Assert.Equal(3, await chainer.ExtendAsync(Stop));
        await room.WriteAsync(2);
        Assert.Equal(2, await chainer.ExtendAsync(Stop));
    }

    [Fact]
    public async Task Several_chainers_at_once_make_one_chain()
    {
        await room.WriteAsync(200);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var chainer = room.NewChainer();
            for (var turn = 0; turn < 20; turn++)
            {
                await chainer.ExtendAsync(Stop);
            }
        }));

        var report = await room.VerifyAsync();
        Assert.Equal((200, 0, 0), (report.Links, report.Unchained, report.Findings.Count));
    }

    [Fact]
    public async Task An_event_whose_transaction_commits_late_gets_its_place_too()
    {
        await using var slow = new NpgsqlConnection(room.Database.ConnectionString);
        await slow.OpenAsync(Stop);
        await using var transaction = await slow.BeginTransactionAsync(Stop);
        await AuditTable.InsertAsync(
            slow, transaction, [new AuditEvent { Act = "Slow", Kind = AuditKind.Write, Outcome = 200, TraceId = "slow" }], Stop);
        var chainer = room.NewChainer();
        await room.WriteAsync(5);
        Assert.Equal(5, await chainer.ExtendAsync(Stop));

        await transaction.CommitAsync(Stop);

        Assert.Equal(1, await chainer.ExtendAsync(Stop));
        Assert.Equal((6, 0), ((await room.VerifyAsync()).Links, (await room.VerifyAsync()).Findings.Count));
    }

    [Fact]
    public async Task An_event_that_was_begun_hours_before_it_committed_gets_its_place_too()
    {
        await using var slow = new NpgsqlConnection(room.Database.ConnectionString);
        await slow.OpenAsync(Stop);
        await using var transaction = await slow.BeginTransactionAsync(Stop);
        await using (var insert = new NpgsqlCommand("""
            insert into audit.event (id, at, roles, act, kind, outcome, trace_id)
            values (gen_random_uuid(), now() - interval '5 hours', '', 'Slow', 'Write', 200, 'slow')
            """, slow, transaction))
        {
            await insert.ExecuteNonQueryAsync(Stop);
        }
        var chainer = room.NewChainer();
        for (var turn = 0; turn < 3; turn++)
        {
            await room.WriteAsync(5);
            Assert.Equal(5, await chainer.ExtendAsync(Stop));
        }

        await transaction.CommitAsync(Stop);

        Assert.Equal(1, await chainer.ExtendAsync(Stop));
        Assert.Equal(0, (await room.VerifyAsync()).Unchained);
    }

    [Fact]
    public async Task Nothing_is_missed_by_one_chainer_while_many_commit_and_some_do_not()
    {
        var chainer = room.NewChainer();
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            await using var connection = new NpgsqlConnection(room.Database.ConnectionString);
            await connection.OpenAsync(Stop);
            for (var round = 0; round < 30; round++)
            {
                await using var transaction = await connection.BeginTransactionAsync(Stop);
                await AuditTable.InsertAsync(
                    connection, transaction, [new AuditEvent { Act = "Mixed", Kind = AuditKind.Write, Outcome = 200, TraceId = $"{writer}-{round}" }], Stop);
                // Others begin and commit in between.
                await Task.Delay(Random.Shared.Next(0, 12), Stop);
                await (round % 5 == 0 ? transaction.RollbackAsync(Stop) : transaction.CommitAsync(Stop));
            }
        }));
        while (!writing.IsCompleted)
        {
            await chainer.ExtendAsync(Stop);
        }
        await writing;
        await chainer.ExtendAsync(Stop);

        var report = await room.VerifyAsync();
        Assert.Equal((8 * 24, 0, 0), (report.Links, report.Unchained, report.Findings.Count));
    }

    [Fact]
    public async Task Rows_restored_from_another_server_are_chained_and_do_not_hide_what_comes_later()
    {
        await room.Database.ExecuteAsync("""
            insert into audit.event (id, roles, act, kind, outcome, trace_id, transaction)
            values (gen_random_uuid(), '', 'Restored', 'Read', 200, 'restored', '9999999999')
            """);
        var chainer = room.NewChainer();
        Assert.Equal(1, await chainer.ExtendAsync(Stop));
        await room.WriteAsync(2);
        Assert.Equal(2, await chainer.ExtendAsync(Stop));
    }

    public ValueTask InitializeAsync() => room.InitializeAsync();

    public ValueTask DisposeAsync() => room.DisposeAsync();
}
