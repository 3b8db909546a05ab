namespace Journease.Sealing.Tests;

public sealed class FindingByBlindIndexTests
{
    private static readonly BlindIndex Index = new(KeyRoom.Masters);

    [Theory]
    [InlineData("Sam@Example.org", " sam@example.ORG ")]
    public void The_same_address_is_found_however_it_is_written(string one, string other) => Assert.Equal(Index.OfEmail(one), Index.OfEmail(other));

    [Theory]
    [InlineData("+1 (212) 555-0100", "+12125550100")]
    [InlineData("212 555 0100", "(212) 555.0100")]
    public void The_same_number_is_found_however_it_is_written(string one, string other) => Assert.Equal(Index.OfPhone(one), Index.OfPhone(other));

    [Fact]
    public void A_name_is_found_by_each_of_its_words_without_accents()
    {
        Assert.Equal(Index.OfName("jose"), Index.OfName("José"));
        Assert.Contains(Index.OfName("Ortega")[0], Index.OfName("María José Ortega-Ruiz"), ByteArrays.Comparer);
    }

    [Fact]
    public void Different_kinds_and_different_keys_give_different_bytes()
    {
        Assert.NotEqual(Index.OfName("sam")[0], Index.OfEmail("sam"));
        Assert.NotEqual(Index.OfEmail("sam@example.org"), new BlindIndex(KeyRoom.Successor(withFirst: false)).OfEmail("sam@example.org"));
        Assert.Equal(Index.OfEmail("sam@example.org"), new BlindIndex(KeyRoom.Successor(withFirst: true)).OfEmail("sam@example.org"));
    }

    private static class ByteArrays
    {
        public static readonly IEqualityComparer<byte[]> Comparer = EqualityComparer<byte[]>.Create((a, b) => a.AsSpan().SequenceEqual(b), bytes => bytes[0]);
    }
}
