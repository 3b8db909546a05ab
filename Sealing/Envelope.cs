using System.Security.Cryptography;

namespace Journease.Sealing;

/// <summary>
/// AES-256-GCM with a random nonce, as bytes: version (1), key id (16), nonce (12), tag (16), ciphertext. Version, key id and
/// place are authenticated, not only the ciphertext.
/// </summary>
internal static class Envelope
{
    public const int KeySize = 32;
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int KeyIdEnd = 1 + 16;
    private const int NonceEnd = KeyIdEnd + NonceSize;
    private const int HeaderSize = NonceEnd + TagSize;

    public static byte[] Close(ReadOnlySpan<byte> key, Guid keyId, ReadOnlySpan<byte> place, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[HeaderSize + plain.Length];
        sealedBytes[0] = Version;
        keyId.TryWriteBytes(sealedBytes.AsSpan(1, 16), bigEndian: true, out _);
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(KeyIdEnd, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(
            sealedBytes.AsSpan(KeyIdEnd, NonceSize), plain, sealedBytes.AsSpan(HeaderSize), sealedBytes.AsSpan(NonceEnd, TagSize),
            [.. sealedBytes.AsSpan(0, KeyIdEnd), .. place]);
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">It was changed, moved from its place, or is not this key's.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> place, ReadOnlySpan<byte> sealedBytes)
    {
        RequireKnownVersion(sealedBytes);
        var plain = new byte[sealedBytes.Length - HeaderSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(
            sealedBytes[KeyIdEnd..NonceEnd], sealedBytes[HeaderSize..], sealedBytes[NonceEnd..HeaderSize], plain,
            [.. sealedBytes[..KeyIdEnd], .. place]);
        return plain;
    }

    public static Guid KeyIdOf(ReadOnlySpan<byte> sealedBytes)
    {
        RequireKnownVersion(sealedBytes);
        return new(sealedBytes[1..KeyIdEnd], bigEndian: true);
    }

    private static void RequireKnownVersion(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < HeaderSize || sealedBytes[0] != Version)
        {
            throw new CryptographicException("This is not a sealed value of a known version.");
        }
    }
}
