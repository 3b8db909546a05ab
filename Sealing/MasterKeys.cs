using System.Security.Cryptography;
using System.Text;

namespace Journease.Sealing;

/// <summary>
/// The keys that open all other keys. They come from outside the database, and never lie beside what they protect. Several
/// at once only while the keys of a service are wrapped anew.
/// </summary>
public sealed class MasterKeys
{
    /// <summary>The fewest characters of a secret: 32 random ones hold more than 128 bits.</summary>
    public const int ShortestSecret = 32;

    private readonly Dictionary<string, byte[]> secrets;

    /// <param name="secrets">The secrets by their id; each at least <see cref="ShortestSecret"/> characters.</param>
    /// <param name="current">The id of the one that new keys are wrapped with.</param>
    /// <param name="index">The id of the one that blind indexes are made with; it stays when the current one changes.</param>
    /// <exception cref="ArgumentException">A secret is too short, or the current one is not there.</exception>
    public MasterKeys(IReadOnlyDictionary<string, string> secrets, string current, string index)
    {
        if (new[] { current, index }.FirstOrDefault(id => !secrets.ContainsKey(id)) is { } missing)
        {
            throw new ArgumentException($"There is no master key {missing}.", nameof(secrets));
        }
        if (secrets.FirstOrDefault(secret => secret.Value.Length < ShortestSecret).Key is { } shortOne)
        {
            throw new ArgumentException($"The master key {shortOne} has fewer than {ShortestSecret} characters.", nameof(secrets));
        }
        this.secrets = secrets.ToDictionary(secret => secret.Key, secret => Encoding.UTF8.GetBytes(secret.Value));
        (Current, Index) = (current, index);
    }

    /// <summary>The id of the master key that new keys are wrapped with.</summary>
    public string Current { get; }

    /// <summary>The id of the master key that blind indexes are made with.</summary>
    public string Index { get; }

    /// <summary>What the audit chain is bound with; it stays when the current master key changes, as that of the blind indexes.</summary>
    public byte[] ForAudit() => For("audit", Index);

    /// <summary>A key for one use only: what leaks of one says nothing about another.</summary>
    /// <exception cref="KeyUnavailableException">This master key is not configured here.</exception>
    internal byte[] For(string use, string masterKey) => secrets.TryGetValue(masterKey, out var secret)
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Envelope.KeySize, info: Encoding.UTF8.GetBytes("journease/" + use))
        : throw new KeyUnavailableException(masterKey);
}
