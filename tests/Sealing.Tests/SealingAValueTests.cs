using System.Security.Cryptography;

namespace Journease.Sealing.Tests;

[Trait("Needs", "servers")]
public sealed class SealingAValueTests(KeyRoom room) : IClassFixture<KeyRoom>
{
    private const string Words = "I have not slept since March.";
    private static readonly SealedPlace Place = new("post", "text", Guid.CreateVersion7());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sealed_opens_in_its_place_in_another_request()
    {
        var owner = Guid.CreateVersion7();
        var value = await SealAsync(owner);

        await using var later = room.NewRequest();
        Assert.Equal(Words, await later.Seals.OpenAsync(owner, KeyPurpose.Record, Place, value, Stop));
        Assert.DoesNotContain("slept", System.Text.Encoding.UTF8.GetString(value.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_words_look_different_each_time()
    {
        var owner = Guid.CreateVersion7();
        Assert.NotEqual(await SealAsync(owner), await SealAsync(owner));
    }

    [Fact]
    public async Task A_value_opens_nowhere_else()
    {
        var owner = Guid.CreateVersion7();
        var value = await SealAsync(owner);
        await using var request = room.NewRequest();
        await request.Seals.SealAsync(Guid.CreateVersion7(), KeyPurpose.Record, Place, "mine", Stop);

        foreach (var elsewhere in new[] { Place with { Row = Guid.CreateVersion7() }, Place with { Column = "note" }, Place with { Table = "letter" } })
        {
            await Assert.ThrowsAnyAsync<CryptographicException>(() => request.Seals.OpenAsync(owner, KeyPurpose.Record, elsewhere, value, Stop));
        }
        await Assert.ThrowsAnyAsync<CryptographicException>(() => request.Seals.OpenAsync(Guid.CreateVersion7(), KeyPurpose.Record, Place, value, Stop));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => request.Seals.OpenAsync(owner, KeyPurpose.Personal, Place, value, Stop));
    }

    [Fact]
    public async Task A_changed_byte_is_noticed_wherever_it_is()
    {
        var owner = Guid.CreateVersion7();
        var bytes = (await SealAsync(owner)).ToBytes();
        await using var request = room.NewRequest();
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 1;
            string? opened = null;
            try
            {
                opened = await request.Seals.OpenAsync(owner, KeyPurpose.Record, Place, Sealed.FromBytes(changed), Stop);
            }
            catch (CryptographicException)
            {
                // As it should be; a changed key id finds no key, and opens nothing either.
            }
            Assert.Null(opened);
        }
    }

    [Fact]
    public async Task Two_who_seal_first_at_the_same_time_share_one_key()
    {
        var owner = Guid.CreateVersion7();
        var values = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SealAsync(owner)));
        Assert.Single(values.Select(value => value.KeyId).Distinct());
    }

    [Fact]
    public async Task Without_the_right_master_key_nothing_opens()
    {
        var owner = Guid.CreateVersion7();
        var value = await SealAsync(owner);
        var wrong = new MasterKeys(new Dictionary<string, string> { ["1"] = new('x', 44) }, "1", "1");
        await using var thief = room.NewRequest(wrong);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => thief.Seals.OpenAsync(owner, KeyPurpose.Record, Place, value, Stop));
    }

    [Fact]
    public async Task Many_values_are_prepared_with_one_look_at_the_keys()
    {
        var owners = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToArray();
        var values = new List<Sealed>();
        foreach (var owner in owners)
        {
            values.Add(await SealAsync(owner));
        }

        await using var request = room.NewRequest();
        await request.Seals.PrepareAsync(values, Stop);
        await request.Db.DisposeAsync(); // from here on there is no database to ask
        for (var i = 0; i < owners.Length; i++)
        {
            Assert.Equal(Words, await request.Seals.OpenAsync(owners[i], KeyPurpose.Record, Place, values[i], Stop));
        }
    }

    private async Task<Sealed> SealAsync(Guid owner)
    {
        await using var request = room.NewRequest();
        return await request.Seals.SealAsync(owner, KeyPurpose.Record, Place, Words, Stop);
    }
}
