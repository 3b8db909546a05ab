using Journease.Sealing.DataKeys;
using Microsoft.EntityFrameworkCore;

namespace Journease.Sealing.Tests;

/// <summary>A fresh data key for somebody, while the service goes on.</summary>
[Trait("Needs", "servers")]
public sealed class SealingAgainTests : IAsyncLifetime
{
    private readonly KeyRoom room = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_of_one_owner_is_sealed_with_a_fresh_key_and_the_old_one_is_destroyed_when_nobody_can_hold_it()
    {
        var (owner, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (mine, theirs) = (await WriteAsync(owner, "mine"), await WriteAsync(other, "theirs"));
        var before = await KeyOfAsync(mine);

        Assert.Equal((1, 1, 0), await RenewAsync(owner, TimeProvider.System.GetUtcNow()));
        var after = await KeyOfAsync(mine);
        Assert.NotEqual(before, after);
        Assert.Equal("mine", await ReadAsync(owner, mine));
        Assert.Equal("theirs", await ReadAsync(other, theirs));

        Assert.Equal((0, 0, 1), await RenewAsync(null, TimeProvider.System.GetUtcNow() + KeyRenewal.Grace + TimeSpan.FromMinutes(1)));
        Assert.Equal("mine", await ReadAsync(owner, mine));
        Assert.True(await room.Database.ReadAsync<bool>($"select wrapped is null from keys.data_key where id = '{before}'"));
    }

    [Fact]
    public async Task A_key_that_still_seals_something_is_not_destroyed()
    {
        var owner = Guid.CreateVersion7();
        var mine = await WriteAsync(owner, "mine");
        await using var db = NewContext();
        var renewal = new KeyRenewal(db, KeyRoom.Masters, new(KeyRoom.Masters));
        Assert.Equal(1, await renewal.RetireAsync(owner, DateTimeOffset.MaxValue, Stop));

        Assert.Equal(0, await renewal.DestroyUnusedAsync(TimeProvider.System.GetUtcNow().AddDays(1), Stop));

        Assert.Equal("mine", await ReadAsync(owner, mine));
    }

    [Fact]
    public async Task Who_closed_their_account_gets_no_fresh_key()
    {
        var owner = Guid.CreateVersion7();
        var mine = await WriteAsync(owner, "mine");
        await using var db = NewContext();
        await new ForgottenKeys(db).DestroyAsync(owner, KeyPurpose.Personal, Stop);

        Assert.Equal((0, 0, 0), await RenewAsync(owner, TimeProvider.System.GetUtcNow()));

        Assert.Null(await ReadAsync(owner, mine));
        await Assert.ThrowsAsync<KeyDestroyedException>(() => WriteAsync(owner, "late"));
    }

    [Fact]
    public async Task Who_closes_their_account_without_ever_having_had_a_key_gets_none_afterwards()
    {
        var owner = Guid.CreateVersion7();
        await using var db = NewContext();
        await new ForgottenKeys(db).DestroyAsync(owner, KeyPurpose.Personal, Stop);

        await Assert.ThrowsAsync<KeyDestroyedException>(() => WriteAsync(owner, "late"));
    }

    public async ValueTask InitializeAsync()
    {
        await room.InitializeAsync();
        await room.Database.ExecuteAsync("create table note (id uuid primary key, text bytea not null)");
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    private async Task<(int Retired, int Values, int Destroyed)> RenewAsync(Guid? owner, DateTimeOffset now)
    {
        await using var db = NewContext();
        var renewal = new KeyRenewal(db, KeyRoom.Masters, new(KeyRoom.Masters));
        return (owner is null ? 0 : await renewal.RetireAsync(owner, DateTimeOffset.MaxValue, Stop), await renewal.ResealAsync(Stop), await renewal.DestroyUnusedAsync(now, Stop));
    }

    private async Task<Guid> WriteAsync(Guid owner, string text)
    {
        await using var db = NewContext();
        using var ring = new KeyRing(db, KeyRoom.Masters, new(KeyRoom.Masters));
        var id = Guid.CreateVersion7();
        db.Add(new Note { Id = id, Text = await new Seals(ring).SealAsync(owner, KeyPurpose.Personal, PlaceOf(id), text, Stop) });
        await db.SaveChangesAsync(Stop);
        return id;
    }

    private async Task<string?> ReadAsync(Guid owner, Guid id)
    {
        await using var db = NewContext();
        using var ring = new KeyRing(db, KeyRoom.Masters, new(KeyRoom.Masters));
        return await new Seals(ring).OpenAsync(owner, KeyPurpose.Personal, PlaceOf(id), (await db.Notes.SingleAsync(note => note.Id == id, Stop)).Text, Stop);
    }

    private async Task<Guid> KeyOfAsync(Guid id)
    {
        await using var db = NewContext();
        return (await db.Notes.SingleAsync(note => note.Id == id, Stop)).Text.KeyId;
    }

    private NotesContext NewContext() =>
        new(new DbContextOptionsBuilder<NotesContext>().UseNpgsql(room.Database.ConnectionString).UseSnakeCaseNamingConvention().Options);

    private static SealedPlace PlaceOf(Guid id) => new("note", "text", id);

    private sealed class Note
    {
        public Guid Id { get; init; }

        public required Sealed Text { get; init; }
    }

    private sealed class NotesContext(DbContextOptions<NotesContext> options) : DbContext(options)
    {
        public DbSet<Note> Notes => Set<Note>();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.Properties<Sealed>().HaveConversion<SealedConverter>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>().ToTable("note");
    }
}
