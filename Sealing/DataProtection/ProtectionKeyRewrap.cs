using System.Xml.Linq;

namespace Journease.Sealing.DataProtection;

/// <summary>Wraps ASP.NET Core's protection keys anew after the master key has changed.</summary>
public sealed class ProtectionKeyRewrap(IServiceProvider services, MasterKeys masters)
{
    /// <summary>The stored key, wrapped with the current master key; null when it is already.</summary>
    /// <exception cref="KeyUnavailableException">The master key that it is wrapped with is not configured.</exception>
    public string? Rewrap(string xml)
    {
        var stored = XElement.Parse(xml);
        var old = stored.Descendants(MasterKeyXmlEncryptor.Element).Where(key => key.Attribute(MasterKeyXmlEncryptor.MasterKey)!.Value != masters.Current).ToList();
        foreach (var key in old)
        {
            key.ReplaceWith(new MasterKeyXmlEncryptor(masters).Encrypt(new MasterKeyXmlDecryptor(services).Decrypt(key)).EncryptedElement);
        }
        return old.Count == 0 ? null : stored.ToString(SaveOptions.DisableFormatting);
    }
}
