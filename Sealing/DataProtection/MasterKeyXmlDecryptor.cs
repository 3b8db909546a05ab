using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Sealing.DataProtection;

/// <summary>Opens what <see cref="MasterKeyXmlEncryptor"/> closed. The library makes it by its name, which is stored with each key.</summary>
public sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var masters = services.GetRequiredService<MasterKeys>();
        var key = masters.For(MasterKeyXmlEncryptor.Use, encryptedElement.Attribute(MasterKeyXmlEncryptor.MasterKey)!.Value);
        return XElement.Parse(Encoding.UTF8.GetString(Envelope.Open(key, MasterKeyXmlEncryptor.Place, Convert.FromBase64String(encryptedElement.Value))));
    }
}
