using System.Security.Cryptography;
using System.Text;

namespace Journease.Intake;

/// <summary>The same id each time for what is made out of something else and is not kept itself.</summary>
internal static class DerivedId
{
    public static Guid Of(Guid origin, string what)
    {
        var bytes = SHA256.HashData([.. origin.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(what)])[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // version 8: made by a rule of one's own (RFC 9562)
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
