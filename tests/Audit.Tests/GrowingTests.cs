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

    public ValueTask InitializeAsync() => room.InitializeAsync();

    public ValueTask DisposeAsync() => room.DisposeAsync();
}
