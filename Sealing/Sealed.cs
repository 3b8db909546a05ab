namespace Journease.Sealing;

/// <summary>A value that only its key opens, as it lies in a column. It says nothing about what is in it but its length.</summary>
public sealed record Sealed
{
    private readonly byte[] bytes;

    private Sealed(byte[] bytes) => this.bytes = bytes;

    /// <summary>As it is stored.</summary>
    public static Sealed FromBytes(byte[] bytes) => new(bytes);

    public byte[] ToBytes() => bytes;

    /// <summary>The key that opens it.</summary>
    public Guid KeyId => Envelope.KeyIdOf(bytes);

    public bool Equals(Sealed? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    public override int GetHashCode() => bytes.Length == 0 ? 0 : BitConverter.ToInt32(bytes.AsSpan()[^4..]);

    public override string ToString() => "sealed";
}
