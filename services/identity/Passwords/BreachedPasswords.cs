using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;
using Journease.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace Journease.Identity.Passwords;

/// <summary>
/// Passwords known from breaches, as a Bloom filter in a file that the system maps into memory as it is needed. It never
/// passes one that it holds; of others it refuses about one in a thousand by mistake, which costs the person a second try.
/// </summary>
internal sealed class BreachedPasswords : IDisposable
{
    private readonly MemoryMappedFile? file;
    private readonly MemoryMappedViewAccessor? bits;
    private readonly BloomShape shape;

    public BreachedPasswords(IOptions<PasswordSettings> options)
    {
        if (options.Value.BreachedFile is not { Length: > 0 } path)
        {
            return;
        }
        try
        {
            using (var stream = File.OpenRead(path))
            {
                shape = BloomShape.Read(stream);
            }
            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.Read);
            bits = file.CreateViewAccessor(BloomShape.HeaderLength, shape.Bytes, MemoryMappedFileAccess.Read);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new WrongConfigurationException($"Passwords__BreachedFile cannot be used: {path} is not a file made by build-breached-passwords. Make it, or leave the setting out.");
        }
    }

    public bool Contains(string password)
    {
        if (bits is null)
        {
            return false;
        }
        foreach (var position in shape.PositionsOf(HashOf(password)))
        {
            if ((bits.ReadByte((long)(position >> 3)) & (1 << (int)(position & 7))) == 0)
            {
                return false;
            }
        }
        return true;
    }

    public void Dispose()
    {
        bits?.Dispose();
        file?.Dispose();
    }

    // The public lists name passwords by their SHA-1; nothing here rests on its strength.
#pragma warning disable CA5350
    private static byte[] HashOf(string password) => SHA1.HashData(Encoding.UTF8.GetBytes(password));
#pragma warning restore CA5350
}
