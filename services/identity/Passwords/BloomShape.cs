using System.Buffers.Binary;

namespace Journease.Identity.Passwords;

/// <summary>
/// The measures of a filter file. Its header is 32 bytes, little-endian: the text <c>JRNBLOOM</c>, a version (1, 32 bits), the
/// positions per entry (32 bits), the bits (64 bits) and the entries (64 bits); after it the bits, lowest first.
/// </summary>
internal readonly record struct BloomShape(int Positions, ulong Bits, ulong Entries)
{
    public const int HeaderLength = 32;

    private const int Version = 1;
    private const double BitsPerEntry = 14.4; // one mistake in a thousand
    private const int BestPositions = 10;

    public long Bytes => (long)((Bits + 7) / 8);

    public static BloomShape For(ulong entries) => new(BestPositions, (ulong)Math.Ceiling(Math.Max(entries, 64) * BitsPerEntry), entries);

    /// <summary>Where an entry's bits are. SHA-1 is even enough that two parts of it make all of them (Kirsch and Mitzenmacher).</summary>
    public IEnumerable<ulong> PositionsOf(byte[] sha1)
    {
        var (first, step) = (BinaryPrimitives.ReadUInt64LittleEndian(sha1), BinaryPrimitives.ReadUInt64LittleEndian(sha1.AsSpan(8)) | 1);
        for (var position = 0; position < Positions; position++)
        {
            yield return unchecked(first + ((ulong)position * step)) % Bits;
        }
    }

    public void Write(Stream stream)
    {
        var header = new byte[HeaderLength];
        "JRNBLOOM"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), Positions);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(16), Bits);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(24), Entries);
        stream.Write(header);
    }

    public static BloomShape Read(Stream stream)
    {
        var header = new byte[HeaderLength];
        stream.ReadExactly(header);
        var shape = new BloomShape(
            BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12)),
            BinaryPrimitives.ReadUInt64LittleEndian(header.AsSpan(16)),
            BinaryPrimitives.ReadUInt64LittleEndian(header.AsSpan(24)));
        return header.AsSpan(0, 8).SequenceEqual("JRNBLOOM"u8) && BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8)) == Version
            && shape.Positions is > 0 and < 64 && shape.Bits > 0 && stream.Length == HeaderLength + shape.Bytes
            ? shape
            : throw new InvalidDataException();
    }
}
