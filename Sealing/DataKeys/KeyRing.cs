using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Journease.Sealing.DataKeys;

/// <summary>The data keys that one request has needed so far. They are read once, and wiped when it ends.</summary>
public sealed class KeyRing(DbContext db, MasterKeys masters, KeyWrap wrap) : IDisposable
{
    private readonly Dictionary<Guid, DataKey> byId = [];
    private readonly Dictionary<(Guid, KeyPurpose), DataKey> current = [];

    /// <summary>The key that seals for this owner and purpose; made at the first use, within the caller's transaction.</summary>
    internal async Task<DataKey> ForAsync(Guid owner, KeyPurpose purpose, CancellationToken ct)
    {
        if (current.TryGetValue((owner, purpose), out var known))
        {
            return known;
        }

        var row = await KeyTable.CurrentAsync(db, owner, purpose.ToString(), ct);
        if (row is null)
        {
            var made = NewRow(masters, wrap, owner, purpose);
            row = await KeyTable.AddAsync(db, made, ct) ? made : await KeyTable.CurrentAsync(db, owner, purpose.ToString(), ct);
        }
        return Take(row!) ?? throw new KeyDestroyedException();
    }

    /// <summary>The key with this id, or null when it was destroyed.</summary>
    internal async Task<DataKey?> WithIdAsync(Guid id, CancellationToken ct)
    {
        if (!byId.ContainsKey(id))
        {
            await LoadAsync([id], ct);
        }
        return byId.GetValueOrDefault(id);
    }

    internal async Task LoadAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        if (ids.Where(id => !byId.ContainsKey(id)).Distinct().ToArray() is { Length: > 0 } unknown)
        {
            foreach (var row in await KeyTable.WithIdsAsync(db, unknown, ct))
            {
                Take(row);
            }
        }
    }

    public void Dispose()
    {
        foreach (var key in byId.Values)
        {
            key.Dispose();
        }
    }

    private DataKey? Take(KeyTable.Row row)
    {
        if (row.Wrapped is not { } wrapped)
        {
            return null;
        }
        if (!byId.TryGetValue(row.Id, out var key))
        {
            var purpose = Enum.Parse<KeyPurpose>(row.Purpose);
            byId[row.Id] = key = new(row.Id, row.Owner, purpose, wrap.Unwrap(row.Owner, purpose, row.MasterKey, wrapped));
        }
        if (row.IsCurrent)
        {
            current[(key.Owner, key.Purpose)] = key;
        }
        return key;
    }

    internal static KeyTable.Row NewRow(MasterKeys masters, KeyWrap wrap, Guid owner, KeyPurpose purpose)
    {
        var id = Guid.CreateVersion7();
        var fresh = RandomNumberGenerator.GetBytes(Envelope.KeySize);
        try
        {
            return new(id, owner, purpose.ToString(), wrap.Wrap(id, owner, purpose, fresh), masters.Current);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fresh);
        }
    }
}
