namespace Journease.Sealing.Tests;

[Trait("Needs", "servers")]
public sealed class KeepingAndDestroyingKeysTests(KeyRoom room) : IClassFixture<KeyRoom>
{
    private static readonly SealedPlace Place = new("inquiry", "message", Guid.CreateVersion7());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_destroyed_key_opens_nothing_and_seals_nothing_and_spares_the_other_purpose()
    {
        var owner = Guid.CreateVersion7();
        await using var request = room.NewRequest();
        var personal = await request.Seals.SealAsync(owner, KeyPurpose.Personal, Place, "mine", Stop);
        var record = await request.Seals.SealAsync(owner, KeyPurpose.Record, Place, "the law's", Stop);

        Assert.Equal(1, await request.Forgotten.DestroyAsync(owner, KeyPurpose.Personal, Stop));
        Assert.Equal(0, await request.Forgotten.DestroyAsync(owner, KeyPurpose.Personal, Stop));

        await using var later = room.NewRequest();
        Assert.Null(await later.Seals.OpenAsync(owner, KeyPurpose.Personal, Place, personal, Stop));
        Assert.Equal("the law's", await later.Seals.OpenAsync(owner, KeyPurpose.Record, Place, record, Stop));
        await Assert.ThrowsAsync<KeyDestroyedException>(() => later.Seals.SealAsync(owner, KeyPurpose.Personal, Place, "again", Stop));
    }

    [Fact]
    public async Task A_key_is_destroyed_when_its_retention_has_ended_and_not_before()
    {
        var owner = Guid.CreateVersion7();
        var end = new DateTimeOffset(2036, 11, 24, 0, 0, 0, TimeSpan.Zero);
        await using var request = room.NewRequest();
        var value = await request.Seals.SealAsync(owner, KeyPurpose.Record, Place, "kept", Stop);
        await request.Forgotten.KeepUntilAsync(owner, KeyPurpose.Record, end, Stop);
        await request.Forgotten.KeepUntilAsync(owner, KeyPurpose.Record, end.AddYears(-5), Stop);

        await request.Forgotten.DestroyExpiredAsync(end.AddSeconds(-1), Stop);
        await using (var before = room.NewRequest())
        {
            Assert.Equal("kept", await before.Seals.OpenAsync(owner, KeyPurpose.Record, Place, value, Stop));
        }
        Assert.True(await request.Forgotten.DestroyExpiredAsync(end, Stop) >= 1);
        await using var after = room.NewRequest();
        Assert.Null(await after.Seals.OpenAsync(owner, KeyPurpose.Record, Place, value, Stop));
    }

    [Fact]
    public async Task After_rewrapping_the_old_master_key_is_not_needed_any_more()
    {
        await using var own = new OwnRoom();
        await own.Room.InitializeAsync();
        var owner = Guid.CreateVersion7();
        await using var before = own.Room.NewRequest();
        var value = await before.Seals.SealAsync(owner, KeyPurpose.Record, Place, "kept", Stop);
        await using (var tooEarly = own.Room.NewRequest(KeyRoom.Successor(withFirst: false)))
        {
            await Assert.ThrowsAsync<KeyUnavailableException>(() => tooEarly.Seals.OpenAsync(owner, KeyPurpose.Record, Place, value, Stop));
            await Assert.ThrowsAsync<KeyUnavailableException>(() => tooEarly.Rewrap.RunAsync(Stop));
        }

        await using (var operators = own.Room.NewRequest(KeyRoom.Successor(withFirst: true)))
        {
            Assert.Equal(1, await operators.Rewrap.RunAsync(Stop));
            Assert.Equal(0, await operators.Rewrap.RunAsync(Stop));
        }

        await using var after = own.Room.NewRequest(KeyRoom.Successor(withFirst: false));
        Assert.Equal("kept", await after.Seals.OpenAsync(owner, KeyPurpose.Record, Place, value, Stop));
    }

    [Fact]
    public async Task A_wrapped_key_opens_only_for_its_owner()
    {
        var (thief, victim) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var request = room.NewRequest();
        await request.Seals.SealAsync(thief, KeyPurpose.Record, Place, "mine", Stop);
        var secret = await request.Seals.SealAsync(victim, KeyPurpose.Record, Place, "not yours", Stop);

        await room.Database.ExecuteAsync($"update keys.data_key set owner = '{Guid.CreateVersion7()}' where owner = '{thief}'; update keys.data_key set owner = '{thief}' where owner = '{victim}'");

        await using var later = room.NewRequest();
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(
            () => later.Seals.OpenAsync(thief, KeyPurpose.Record, Place, secret, Stop));
    }

    private sealed class OwnRoom : IAsyncDisposable
    {
        public KeyRoom Room { get; } = new();

        public ValueTask DisposeAsync() => Room.DisposeAsync();
    }
}
