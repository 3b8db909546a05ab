using System.Security.Cryptography;
using System.Text;
using Journease.Sealing.DataKeys;

namespace Journease.Sealing;

/// <summary>
/// Seals what people tell us, and opens it again, one value at a time and on purpose. One per request; uses the request's
/// transaction.
/// </summary>
public sealed class Seals(KeyRing keys)
{
    /// <summary>Seals a text with the owner's key for this purpose.</summary>
    /// <param name="owner">Whose it is: the account, or what stands for the person before there is one; for a circle its id.</param>
    /// <param name="purpose">Why it is kept, which decides when its key is destroyed.</param>
    /// <param name="place">Where it will lie; it opens nowhere else.</param>
    /// <param name="text">What is sealed.</param>
    /// <param name="ct">Ends the wait for the database.</param>
    /// <exception cref="KeyDestroyedException">The account is closed: nothing more is kept for it.</exception>
    public Task<Sealed> SealAsync(Guid owner, KeyPurpose purpose, SealedPlace place, string text, CancellationToken ct) =>
        SealAsync(owner, purpose, place, Encoding.UTF8.GetBytes(text), ct);

    /// <inheritdoc cref="SealAsync(Guid, KeyPurpose, SealedPlace, string, CancellationToken)"/>
    public async Task<Sealed> SealAsync(Guid owner, KeyPurpose purpose, SealedPlace place, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var key = await keys.ForAsync(owner, purpose, ct);
        return Sealed.FromBytes(Envelope.Close(key.Bytes, key.Id, place.ToBytes(), bytes.Span));
    }

    /// <summary>Reads the keys of many values at once, before each is opened.</summary>
    public Task PrepareAsync(IEnumerable<Sealed?> values, CancellationToken ct) =>
        keys.LoadAsync(values.OfType<Sealed>().Select(value => value.KeyId), ct);

    /// <summary>The text again, or null when its key was destroyed and it is forgotten.</summary>
    /// <exception cref="CryptographicException">It was changed, or moved here from another place or owner.</exception>
    public async Task<string?> OpenAsync(Guid owner, KeyPurpose purpose, SealedPlace place, Sealed value, CancellationToken ct) =>
        await OpenBytesAsync(owner, purpose, place, value, ct) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <inheritdoc cref="OpenAsync"/>
    public async Task<byte[]?> OpenBytesAsync(Guid owner, KeyPurpose purpose, SealedPlace place, Sealed value, CancellationToken ct)
    {
        if (await keys.WithIdAsync(value.KeyId, ct) is not { } key)
        {
            return null;
        }
        return key.BelongsTo(owner, purpose)
            ? Envelope.Open(key.Bytes, place.ToBytes(), value.ToBytes())
            : throw new CryptographicException("This value was sealed for somebody else.");
    }
}
