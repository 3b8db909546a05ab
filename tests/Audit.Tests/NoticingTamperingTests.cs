namespace Journease.Audit.Tests;

[Trait("Needs", "servers")]
public sealed class NoticingTamperingTests : IAsyncLifetime
{
    private readonly AuditRoom room = new();

    [Fact]
    public async Task An_untouched_trail_is_found_to_be_as_it_was_written()
    {
        await room.WriteAndChainAsync();
        await room.WriteAsync(3);

        var report = await room.VerifyAsync();

        Assert.Empty(report.Findings);
        Assert.Equal((10, 3), (report.Links, report.Unchained));
    }

    [Theory]
    [InlineData("actor = 'somebody else'")]
    [InlineData("subject_id = gen_random_uuid()")]
    [InlineData("at = at - interval '1 microsecond'")]
    [InlineData("outcome = 404")]
    [InlineData("problem = 'not-found'")]
    [InlineData("reason_id = gen_random_uuid()")]
    public async Task An_edited_event_is_found(string edit)
    {
        var ids = await room.WriteAndChainAsync();
        await room.TamperAsync($"update audit.event set {edit} where id = '{ids[4]}'");
        Assert.Contains(ids[4].ToString(), Assert.Single((await room.VerifyAsync()).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_event_is_found()
    {
        var ids = await room.WriteAndChainAsync();
        await room.TamperAsync($"delete from audit.event where id = '{ids[4]}'");
        Assert.Contains("was deleted", Assert.Single((await room.VerifyAsync()).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_deleted_together_with_its_link_is_found()
    {
        var ids = await room.WriteAndChainAsync();
        await room.TamperAsync($"delete from audit.event where id = '{ids[4]}'; delete from audit.chain where event_id = '{ids[4]}'");
        Assert.Contains((await room.VerifyAsync()).Findings, finding => finding.Contains("missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_deleted_with_its_link_and_the_rest_moved_up_is_found()
    {
        var ids = await room.WriteAndChainAsync();
        await room.TamperAsync($"""
            delete from audit.event where id = '{ids[4]}'; delete from audit.chain where event_id = '{ids[4]}';
            update audit.chain set sequence = -sequence where sequence > 5; update audit.chain set sequence = -sequence - 1 where sequence < 0
            """);
        Assert.NotEmpty((await room.VerifyAsync()).Findings);
    }

    [Fact]
    public async Task An_event_put_in_is_found()
    {
        var ids = await room.WriteAndChainAsync();
        await room.TamperAsync($"""
            update audit.chain set sequence = -sequence where sequence > 5; update audit.chain set sequence = -sequence + 1 where sequence < 0;
            insert into audit.event select gen_random_uuid(), at, 'forged', roles, client, act, kind, subject_id, object_id, reason_id, outcome, trace_id, problem from audit.event where id = '{ids[4]}';
            insert into audit.chain (sequence, event_id, hash) select 6, id, sha256('forged') from audit.event where actor = 'forged'
            """);
        Assert.NotEmpty((await room.VerifyAsync()).Findings);
    }

    [Fact]
    public async Task Events_in_another_order_are_found()
    {
        await room.WriteAndChainAsync();
        await room.TamperAsync("""
            update audit.chain set sequence = 100 where sequence = 4; update audit.chain set sequence = 4 where sequence = 5; update audit.chain set sequence = 5 where sequence = 100
            """);
        Assert.NotEmpty((await room.VerifyAsync()).Findings);
    }

    [Fact]
    public async Task A_trail_whose_end_was_cut_off_is_found()
    {
        await room.WriteAndChainAsync();
        await room.TamperAsync("delete from audit.event e using audit.chain c where c.event_id = e.id and c.sequence > 7; delete from audit.chain where sequence > 7");
        Assert.Contains("cut off", Assert.Single((await room.VerifyAsync()).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_that_was_emptied_is_found()
    {
        await room.WriteAndChainAsync();
        await room.TamperAsync("truncate audit.event, audit.chain");
        Assert.Contains("cut off", Assert.Single((await room.VerifyAsync()).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_made_anew_by_somebody_who_has_the_key_is_found_by_the_anchor()
    {
        var ids = await room.WriteAndChainAsync();
        await room.TamperAsync($"truncate audit.chain; update audit.event set actor = 'somebody else' where id = '{ids[4]}'");
        Assert.Equal(10, await room.NewChainer().ExtendAsync(TestContext.Current.CancellationToken));
        Assert.Contains("made anew", Assert.Single((await room.VerifyAsync()).Findings), StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => room.InitializeAsync();

    public ValueTask DisposeAsync() => room.DisposeAsync();
}
