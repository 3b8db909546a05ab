using System.Security.Cryptography;

namespace Journease.Sealing.DataKeys;

/// <summary>A key of one owner for one purpose, opened for the time of one request.</summary>
internal sealed class DataKey(Guid id, Guid owner, KeyPurpose purpose, byte[] bytes) : IDisposable
{
    public Guid Id => id;

    public Guid Owner => owner;

    public KeyPurpose Purpose => purpose;

    public bool BelongsTo(Guid someOwner, KeyPurpose somePurpose) => owner == someOwner && purpose == somePurpose;

    public ReadOnlySpan<byte> Bytes => bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);
}
