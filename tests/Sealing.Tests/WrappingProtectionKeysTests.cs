using System.Xml.Linq;
using Journease.Sealing.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Sealing.Tests;

public sealed class WrappingProtectionKeysTests
{
    private const string Secret = "the key itself";

    [Fact]
    public void A_protection_key_lies_wrapped_and_opens_again()
    {
        var wrapped = Wrapped(KeyRoom.Masters);

        Assert.DoesNotContain(Secret, wrapped.ToString(), StringComparison.Ordinal);
        Assert.Equal(Secret, Opened(wrapped, KeyRoom.Masters));
    }

    [Fact]
    public void After_rewrapping_the_old_master_key_is_not_needed_any_more()
    {
        var stored = new XElement("key", new XElement("encryptedSecret", Wrapped(KeyRoom.Masters)));
        var both = KeyRoom.Successor(withFirst: true);

        var rewrap = new ProtectionKeyRewrap(With(both), both);
        var anew = XElement.Parse(rewrap.Rewrap(stored.ToString())!);

        Assert.Equal(Secret, Opened(anew.Descendants("sealedKey").Single(), KeyRoom.Successor(withFirst: false)));
        Assert.Null(rewrap.Rewrap(anew.ToString()));
        Assert.Throws<KeyUnavailableException>(() => Opened(stored.Descendants("sealedKey").Single(), KeyRoom.Successor(withFirst: false)));
    }

    [Fact]
    public void A_key_from_before_there_was_a_master_key_is_left_alone() =>
        Assert.Null(new ProtectionKeyRewrap(With(KeyRoom.Masters), KeyRoom.Masters).Rewrap("<key><masterKey><value>plain</value></masterKey></key>"));

    private static XElement Wrapped(MasterKeys masters) => new MasterKeyXmlEncryptor(masters).Encrypt(new XElement("masterKey", Secret)).EncryptedElement;

    private static string Opened(XElement wrapped, MasterKeys masters) => new MasterKeyXmlDecryptor(With(masters)).Decrypt(wrapped).Value;

    private static ServiceProvider With(MasterKeys masters) => new ServiceCollection().AddSingleton(masters).BuildServiceProvider();
}
