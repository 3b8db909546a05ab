using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Journease.Sealing.DataProtection;

/// <summary>Closes ASP.NET Core's protection keys, which lie in the database, with the master key, which does not.</summary>
public sealed class MasterKeyXmlEncryptor(MasterKeys masters) : IXmlEncryptor
{
    internal const string Element = "sealedKey";
    internal const string MasterKey = "masterKey";
    internal const string Use = "data-protection";
    internal static readonly byte[] Place = Encoding.UTF8.GetBytes("data_protection_key");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var closed = Envelope.Close(masters.For(Use, masters.Current), Guid.Empty, Place, plain);
        return new(
            new XElement(Element, new XAttribute(MasterKey, masters.Current), Convert.ToBase64String(closed)),
            typeof(MasterKeyXmlDecryptor));
    }
}
