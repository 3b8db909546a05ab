using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Journease.Identity;

/// <summary>The secret of a link in a letter: 256 random bits, of which only the hash is stored.</summary>
internal static class LinkToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string? token) => SHA256.HashData(Encoding.UTF8.GetBytes(token ?? ""));
}
