using System.Text;

namespace Journease.Sealing.DataKeys;

/// <summary>Closes data keys with the master key. A wrapped key opens only under its own id, owner and purpose.</summary>
public sealed class KeyWrap(MasterKeys masters)
{
    private const string Use = "data-key";

    internal byte[] Wrap(Guid id, Guid owner, KeyPurpose purpose, ReadOnlySpan<byte> key) =>
        Envelope.Close(masters.For(Use, masters.Current), id, Place(owner, purpose), key);

    internal byte[] Unwrap(Guid owner, KeyPurpose purpose, string masterKey, ReadOnlySpan<byte> wrapped) =>
        Envelope.Open(masters.For(Use, masterKey), Place(owner, purpose), wrapped);

    private static byte[] Place(Guid owner, KeyPurpose purpose) => [.. Encoding.UTF8.GetBytes($"{purpose}|"), .. owner.ToByteArray(bigEndian: true)];
}
